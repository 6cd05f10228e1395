import type { BenchDatabase } from "./database";
import { insertLimit } from "./insert-limit";
import { naivePost } from "./naive";
import { atLeast, atMost, count, type Measure } from "./report";
import { type Figures, load, meteredCall, postCall, richAccount } from "./work";

/** Durable postings, next to the naive path and to the plain insert limit of the same machine in the same run. */
export async function benchPostings({ owner, ownerUrl }: BenchDatabase, seconds: number): Promise<Measure[]> {
  const hot = await richAccount();
  const many: string[] = [];
  for (let index = 0; index < 1_000; index++) many.push(await richAccount());
  const calling = (accounts: readonly string[]) => (place: number) =>
    postCall(meteredCall(accounts[place % accounts.length] ?? hot, place));
  // A first second fills the tables, so that statistics are about something.
  await load(32, 1, calling([hot]));
  await load(32, 1, calling(many));
  await owner.query("ANALYZE");

  const naiveHot = await richAccount();
  const naive = (callers: number) =>
    load(callers, seconds, (place) => patiently(() => naivePost(meteredCall(naiveHot, place))));
  const naive1 = await naive(1);
  const naive32 = await naive(32);
  const naive1000 = await naive(1_000);
  const lone = await load(1, seconds, calling([hot]));
  const hot32 = await load(32, seconds, calling([hot]));
  const hot1000 = await load(1_000, seconds, calling([hot]));
  const many1000 = await load(1_000, seconds, calling(many));
  const hotLimit = await insertLimit(owner, ownerUrl, [hot], seconds);
  const manyLimit = await insertLimit(owner, ownerUrl, many, seconds);
  await owner.query("ANALYZE");

  const against = (ours: Figures, theirs: Figures) =>
    `${count(ours.perSecond)} to ${count(theirs.perSecond)}`;
  return [
    atLeast(
      "hot wallet, 32 callers, to naive",
      hot32.perSecond / naive32.perSecond,
      30,
      "×",
      against(hot32, naive32),
    ),
    atLeast(
      "hot wallet, 1,000 callers, to naive",
      hot1000.perSecond / naive1000.perSecond,
      70,
      "×",
      against(hot1000, naive1000),
    ),
    atLeast(
      "hot wallet, share of the insert limit",
      hot1000.perSecond / hotLimit,
      0.45,
      "%",
      `of ${count(hotLimit)}`,
    ),
    atLeast(
      "1,000 wallets, share of the insert limit",
      many1000.perSecond / manyLimit,
      0.35,
      "%",
      `${count(many1000.perSecond)} of ${count(manyLimit)}`,
    ),
    atMost(
      "hot p99, 32 callers, to naive p99",
      hot32.p99 / naive32.p99,
      1 / 20,
      "",
      `${hot32.p99.toFixed(1)} ms to ${naive32.p99.toFixed(1)} ms`,
    ),
    atLeast("one lone caller to naive", lone.perSecond / naive1.perSecond, 2.5, "×", against(lone, naive1)),
  ];
}

/** Asks again when no connection came free in time: with a thousand callers on a slow machine that is how the naive way ends. */
async function patiently(run: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "P2028")) throw error;
    }
  }
}
