import type { BenchDatabase } from "./database";
import { insertLimit } from "./insert-limit";
import { naivePost } from "./naive";
import { atLeast, atMost, count, type Measure } from "./report";
import { type Figures, load, meteredCall, postCall, richAccount } from "./work";

/** Odd, so that one of them is in the middle. */
const TURNS = 5;

/**
 * Durable postings, next to the naive path and to the plain insert limit of the same machine in the same run. A small machine's speed changes
 * from one second to the next: what is compared is measured in turns, and the middle turn counts.
 */
export async function benchPostings({ owner, ownerUrl }: BenchDatabase, seconds: number): Promise<Measure[]> {
  const hot = [await richAccount()];
  const many: string[] = [];
  for (let index = 0; index < 1_000; index++) many.push(await richAccount());
  const naiveHot = await richAccount();
  const ours = (callers: number, accounts: readonly string[]) =>
    load(callers, seconds / TURNS, (place) =>
      postCall(meteredCall(accounts[place % accounts.length] ?? "", place)),
    );
  const naive = (callers: number) =>
    load(callers, seconds / TURNS, (place) => patiently(() => naivePost(meteredCall(naiveHot, place))));
  const limit = async (accounts: readonly string[]) => ({
    perSecond: await insertLimit(owner, ownerUrl, accounts, seconds / TURNS),
    p99: 0,
  });
  // A first second fills the tables, so that statistics are about something.
  for (const accounts of [hot, many])
    await load(32, 1, (place) => postCall(meteredCall(accounts[place % accounts.length] ?? "", place)));

  const turns: Record<"lone" | "hot32" | "hot1000" | "hotLimit" | "manyLimit", Pair[]> = {
    lone: [],
    hot32: [],
    hot1000: [],
    hotLimit: [],
    manyLimit: [],
  };
  for (let turn = 0; turn < TURNS; turn++) {
    const next = async (measured: () => Promise<Speed>) => {
      await settle(owner);
      return measured();
    };
    turns.lone.push({ ours: await next(() => ours(1, hot)), theirs: await next(() => naive(1)) });
    turns.hot32.push({ ours: await next(() => ours(32, hot)), theirs: await next(() => naive(32)) });
    const hot1000 = await next(() => ours(1_000, hot));
    turns.hotLimit.push({ ours: hot1000, theirs: await next(() => limit(hot)) });
    turns.hot1000.push({ ours: hot1000, theirs: await next(() => naive(1_000)) });
    turns.manyLimit.push({
      ours: await next(() => ours(1_000, many)),
      theirs: await next(() => limit(many)),
    });
  }
  await owner.query("ANALYZE");

  const ratio = (work: string, pairs: readonly Pair[], gate: number, unit: "×" | "%") => {
    const { ours, theirs } = middle(pairs, speedup);
    return atLeast(
      work,
      speedup({ ours, theirs }),
      gate,
      unit,
      `${count(ours.perSecond)} to ${count(theirs.perSecond)}`,
    );
  };
  const slowest = middle(turns.hot32, slowness);
  return [
    ratio("hot wallet, 32 callers, to naive", turns.hot32, 30, "×"),
    ratio("hot wallet, 1,000 callers, to naive", turns.hot1000, 70, "×"),
    ratio("hot wallet, share of the insert limit", turns.hotLimit, 0.45, "%"),
    ratio("1,000 wallets, share of the insert limit", turns.manyLimit, 0.35, "%"),
    atMost(
      "hot p99, 32 callers, to naive p99",
      slowness(slowest),
      1 / 20,
      "",
      `${slowest.ours.p99.toFixed(1)} ms to ${slowest.theirs.p99.toFixed(1)} ms`,
    ),
    ratio("one lone caller to naive", turns.lone, 2.5, "×"),
  ];
}

type Speed = Pick<Figures, "perSecond" | "p99">;

/** What was measured of us, and right after it of what we are held against. */
interface Pair {
  ours: Speed;
  theirs: Speed;
}

function speedup({ ours, theirs }: Pair): number {
  return ours.perSecond / theirs.perSecond;
}

function slowness({ ours, theirs }: Pair): number {
  return ours.p99 / theirs.p99;
}

function middle(pairs: readonly Pair[], by: (pair: Pair) => number): Pair {
  const found = [...pairs].sort((left, right) => by(left) - by(right))[pairs.length >> 1];
  if (!found) throw new Error("nothing was measured");
  return found;
}

/** What was written before is the next measurement's burden no more: its pages are on the disk, its dead rows gone. */
async function settle(owner: BenchDatabase["owner"]): Promise<void> {
  await owner.query("VACUUM ANALYZE");
  await owner.query("CHECKPOINT");
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
