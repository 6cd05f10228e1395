import { sqlOf, type Tx } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";
import { announceMoved, stopAnnouncing } from "./announce-moved";
import { ask, workOut } from "./batch";
import { GroupCommitter } from "./group-commit";
import type { Outcome, Posting } from "./types";

// One committer a process, also when Next loads this module more than once.
const kept = globalThis as typeof globalThis & { ecuCommitter?: GroupCommitter };

/**
 * Posts to any number of wallets and answers each posting on its own, in order; durable when it returns. Calls that meet in one
 * process share a transaction; one refused posting never touches its neighbours.
 * @throws Refusal `unavailable` when the database cannot be reached: the same call with the same keys is safe to repeat.
 */
export function post(postings: readonly Posting[]): Promise<Outcome[]> {
  if (postings.length === 0) return Promise.resolve([]);
  return (kept.ecuCommitter ??= new GroupCommitter()).post(postings);
}

/** Posts one thing. @throws Refusal when it is refused. */
export async function postOne(posting: Posting): Promise<Extract<Outcome, { status: "posted" }>> {
  const [outcome] = await post([posting]);
  return postedOf(outcome);
}

/**
 * The same inside the caller's transaction, for verbs that must write something of their own in the same commit. The transaction
 * must have been opened for the accounts of the postings.
 */
export async function postWithin(tx: Tx, postings: readonly Posting[]): Promise<Outcome[]> {
  const sql = sqlOf(tx);
  const question = ask(postings);
  const found: unknown[][] = [];
  for (const { text, values } of question.statements) found.push(await sql.query(text, values));
  const { outcomes, writes } = workOut(question, question.see(found));
  for (const { text, values } of writes) await sql.query(text, values);
  // A caller that commits later than this is told is seen by those who look at the heads.
  announceMoved(postings);
  return outcomes;
}

/** Unwraps an outcome. @throws Refusal when it was refused. */
export function postedOf(outcome: Outcome | undefined): Extract<Outcome, { status: "posted" }> {
  if (outcome === undefined) throw new Error("a posting got no outcome");
  if (outcome.status === "refused") throw new Refusal(outcome.code, outcome.detail);
  return outcome;
}

/** Ends the process's committer after what it has begun. */
export async function stopPosting(): Promise<void> {
  const committer = kept.ecuCommitter;
  delete kept.ecuCommitter;
  await committer?.stop();
  await stopAnnouncing();
}
