import { newId, type Unit } from "@/lib/values/ids";
import { type Known, readKnown } from "./known";
import { headOf } from "./records";
import { expireDue, type Step } from "./rules/chain";
import { apply, type Refused } from "./rules/posting";
import { faultOf } from "./rules/validate";
import { addToUsageDays, type ChargedEvent, insertEvents } from "./statements/events";
import { type HeadRow, lockHeads, type Move, updateHeads } from "./statements/heads";
import { endHolds, insertHolds } from "./statements/holds";
import { insertOutbox, type OutboxRow } from "./statements/outbox";
import { atOnce, type Statement } from "./statements/statement";
import { leaveBelow, tasksOfAdded } from "./statements/watch";
import { addToWalletDays, type GrantRow, insertGrants, insertTransactions } from "./statements/transactions";
import type { Head, Hold, Outcome, Posting, Transaction } from "./types";

/** A wallet while a batch is worked out, and the database's time when it was locked. */
interface WalletNow {
  head: Head;
  now: Date;
}

/** Postings that are about to be worked out, and the statements that lock their wallets and find what is known of them. */
export interface Question {
  postings: readonly Posting[];
  /** What is wrong with each posting by itself. */
  faults: readonly (Refused | null)[];
  statements: Statement[];
  see(found: unknown[][]): Seen;
}

/** What the statements found: the heads under lock, and what is already in the books. */
export interface Seen {
  wallets: ReadonlyMap<string, Readonly<WalletNow>>;
  known: Known;
}

/** What a batch will answer, what must be written for it to be true, and where it takes its wallets. */
export interface Batch {
  outcomes: Outcome[];
  writes: Statement[];
  heads: ReadonlyMap<string, Head>;
}

/** Everything that a batch writes, kind by kind, so that each kind is one statement. */
interface Pending {
  heads: Map<string, Head>;
  rows: Transaction[];
  grants: GrantRow[];
  opened: Hold[];
  ended: Hold[];
  events: ChargedEvent[];
  tasks: OutboxRow[];
}

/** Asks about a batch of postings for any number of wallets. */
export function ask(postings: readonly Posting[]): Question {
  const faults = postings.map(faultOf);
  const sound = postings.filter((_, index) => faults[index] === null);
  const known = readKnown(sound);
  return {
    postings,
    faults,
    statements: sound.length === 0 ? [] : [lockHeads(sound), ...known.statements],
    see: ([locked = [], ...found]) => {
      const rows = locked as HeadRow[];
      const wallets = rows.map(
        (row) => [walletKey(row.account_id, row.unit), { head: headOf(row), now: row.now }] as const,
      );
      return { wallets: new Map(wallets), known: known.remember(found) };
    },
  };
}

/** The name of a wallet in maps. */
export function walletKey(accountId: string, unit: Unit): string {
  return `${accountId} ${unit}`;
}

/** Works a batch out, one posting after the other, from what was seen under lock. Pure: nothing is written yet. */
export function workOut({ postings, faults }: Question, seen: Seen): Batch {
  const wallets = new Map([...seen.wallets].map(([key, wallet]) => [key, { ...wallet }]));
  const pending: Pending = {
    heads: new Map(),
    rows: [],
    grants: [],
    opened: [],
    ended: [],
    events: [],
    tasks: [],
  };
  const outcomes = postings.map(
    (posting, index) => faults[index] ?? settle(posting, wallets, seen.known, pending),
  );
  const moves = [...pending.heads].map(([key, head]) => ({
    head,
    before: seen.wallets.get(key)?.head ?? head,
  }));
  pending.tasks.push(...tasksOfAdded(moves));
  return { outcomes, writes: writesOf(pending, moves), heads: pending.heads };
}

function settle(
  posting: Posting,
  wallets: ReadonlyMap<string, WalletNow>,
  known: Known,
  pending: Pending,
): Outcome {
  const wallet = wallets.get(walletKey(posting.accountId, posting.unit));
  if (!wallet) return { status: "refused", code: "not_found", detail: "There is no such account." };
  const before = known.answer(posting);
  if (before) return before;
  const now = posting.at && posting.at < wallet.now ? posting.at : wallet.now;
  for (const step of expireDue(wallet.head, now)) write(step, wallet, pending);
  const applied = apply(wallet.head, posting, known.holdOf(posting), now);
  if (applied.status === "refused") return refusalOf(applied);
  for (const step of applied.steps) write(step, wallet, pending);
  wallet.head = applied.head;
  pending.heads.set(walletKey(posting.accountId, posting.unit), applied.head);
  const transactions = applied.steps.map(({ row }) => row);
  const seq = transactions[0]?.seq ?? null;
  if (applied.hold) (posting.hold?.change === "open" ? pending.opened : pending.ended).push(applied.hold);
  if (posting.event) {
    const { accountId, unit, event } = posting;
    // A prepaid hold was charged when it was opened: its event is settled by rows that name its work.
    const chargedBy = applied.hold?.kind === "prepaid" && event.charge > 0n ? applied.hold.openedSeq : seq;
    pending.events.push({ accountId, unit, seq: chargedBy, receivedAt: wallet.now, event });
  }
  for (const task of posting.outbox ?? [])
    pending.tasks.push({ ...task, accountId: posting.accountId, id: newId() });
  const outcome = { transactions, seq, hold: applied.hold, charge: posting.event?.charge ?? null };
  known.learn(posting, outcome);
  return { status: "posted", replayed: false, ...outcome };
}

function refusalOf({ code, detail }: Refused): Outcome {
  return { status: "refused", code, detail };
}

function write(step: Step, wallet: { head: Head }, pending: Pending): void {
  const { accountId, unit, createdAt } = step.row;
  wallet.head = step.head;
  pending.heads.set(walletKey(accountId, unit), step.head);
  pending.rows.push(step.row);
  if (step.grant) pending.grants.push({ ...step.grant, accountId, unit, createdAt });
}

function writesOf(
  { rows, grants, opened, ended, events, tasks }: Pending,
  moves: readonly Move[],
): Statement[] {
  const openedAndEnded = new Map(ended.map((hold) => [hold.id, hold]));
  // A hold that is opened and ended by one batch is written once, as it ended.
  const inserts = opened.map((hold) => openedAndEnded.get(hold.id) ?? hold);
  const isNew = new Set(opened.map(({ id }) => id));
  const updates = ended.filter(({ id }) => !isNew.has(id));
  return atOnce([
    ...(rows.length > 0 ? [insertTransactions(rows), addToWalletDays(rows)] : []),
    ...(grants.length > 0 ? [insertGrants(grants)] : []),
    ...(events.length > 0 ? [insertEvents(events), addToUsageDays(events)] : []),
    ...(inserts.length > 0 ? [insertHolds(inserts)] : []),
    ...(updates.length > 0 ? [endHolds(updates)] : []),
    ...(moves.length > 0 ? [updateHeads(moves), leaveBelow] : []),
    ...(tasks.length > 0 ? [insertOutbox(tasks)] : []),
  ]);
}
