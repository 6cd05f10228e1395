import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import pg from "pg";
import { requiredUrl } from "@/lib/db/client";
import { connectionConfig } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { commandOf, root } from "@/lib/programs/bundle.mjs";
import { Refusal } from "@/lib/values/refusal";
import { differingPayments, putBooks, takeBooks } from "./copy-books";
import { type FrozenStripe, freezeStripe } from "./frozen-stripe";
import type { Replayed } from "./replayed";
import { differencesOf, type Round, roundsOf } from "./rules/rounds";
import { dropScratch, makeScratch, scratchUrl } from "./scratch";

/** What a round came to. */
export interface RoundResult {
  name: string;
  deliveries: number;
  /** Lines of the books that it left: rows, payments, refunds, disputes, balances. */
  lines: number;
  milliseconds: number;
  /** What broke; nothing when all holds. */
  faults: string[];
}

export interface Torture {
  events: number;
  accounts: number;
  rounds: RoundResult[];
}

/** Whoever runs it holds this lock: there is one scratch schema. */
export const LOCK = 7_236_242;
export const MOST_EVENTS = 500;

/**
 * Replays stored events of Stripe on books of their own: in order, many times, backwards, and at once. What must always hold is asked after each round, and
 * all rounds must end in the same books. Stripe is only read, and the real books are not touched.
 * @throws Refusal `conflict` while another run goes on, `unprocessable` without a key of Stripe
 */
export async function runTorture(
  { seed, events: most = MOST_EVENTS }: { seed: number; events?: number },
  onRound: (done: Torture) => Promise<void> | void = () => undefined,
): Promise<Torture> {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base } = env();
  if (!key)
    throw new Refusal(
      "unprocessable",
      "There is no STRIPE_SECRET_KEY: nothing was sold, and there is nothing to replay.",
    );
  const main = new pg.Client(connectionConfig(requiredUrl()));
  const scratch = new pg.Client(connectionConfig(scratchUrl(requiredUrl())));
  await Promise.all([main.connect(), scratch.connect()]);
  const stripe = await freezeStripe(base, key);
  let isMine = false;
  try {
    const { rows } = await main.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [LOCK]);
    isMine = rows[0]?.mine === true;
    if (!isMine) throw new Refusal("conflict", "A torture test is running already. Wait for it to end.");
    const taken = await takeBooks(main, most);
    const { events, accounts } = taken;
    const torture: Torture = { events: events.length, accounts: accounts.length, rounds: [] };
    let first: string[] | null = null;
    for (const round of roundsOf(events, seed)) {
      const begun = Date.now();
      await makeScratch(scratch, root);
      await putBooks(scratch, taken);
      const { faults, books } = await replay(round, accounts, stripe);
      const own = [...faults, ...differencesOf(first ?? books, books), ...(await differingPayments(scratch))];
      const refused = stripe.refused
        .splice(0)
        .map((call) => `would have changed something at Stripe: ${call}`);
      first ??= books;
      torture.rounds.push({
        name: round.name,
        deliveries: round.deliveries.length,
        lines: books.length,
        milliseconds: Date.now() - begun,
        faults: [...own, ...refused].slice(0, 50),
      });
      await onRound(torture);
    }
    return torture;
  } finally {
    // Copies of what is real must not stay behind, whatever became of the run. Who holds the lock owns them.
    if (isMine) await dropScratch(scratch).catch(() => undefined);
    await Promise.all([main.end(), scratch.end(), stripe.close()]);
  }
}

/** What a round's process knows otherwise: other books, and a Stripe that has another key, so that the real one is known to nobody else. */
export function roundEnvironment(
  url: string,
  stripe: Pick<FrozenStripe, "url" | "key">,
): Record<string, string> {
  return {
    DATABASE_URL: scratchUrl(url),
    DATABASE_OWNER_URL: "",
    STRIPE_API_BASE: stripe.url,
    STRIPE_SECRET_KEY: stripe.key,
  };
}

/** A round in a process of its own, which knows of no other books. */
async function replay(
  { deliveries, atOnce }: Round,
  accounts: readonly string[],
  stripe: FrozenStripe,
): Promise<Replayed> {
  const child = spawn(process.execPath, await commandOf("lib/backoffice/torture/replay.ts"), {
    env: { ...process.env, ...roundEnvironment(requiredUrl(), stripe) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(JSON.stringify({ accounts, deliveries, atOnce }));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, fault, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`a round ended with ${code}: ${fault.slice(-2_000)}`);
  return JSON.parse(out) as Replayed;
}
