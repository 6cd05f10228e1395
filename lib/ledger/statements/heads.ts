import { bulk, column } from "@/lib/db/column";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import type { Head, Posting } from "../types";
import { over, type Statement } from "./statement";

export interface HeadRow {
  account_id: string;
  unit: Unit;
  seq: bigint;
  balance: Nano;
  held: Nano;
  hash: Uint8Array;
  last_posted_at: Date;
  allocation: Nano;
  allocation_seq: bigint;
  lots: { no: number; remaining: string; paid: boolean; expires_at: string | null }[];
  grants: number;
  now: Date;
}

// The heads are locked in one order in every process, over the whole batch, so that no two batches wait for each other.
const LOCK = `
SELECT account_id, unit, seq, balance, held, hash, last_posted_at, allocation, allocation_seq, lots, grants,
  clock_timestamp()::timestamptz(3) AS now
FROM wallets WHERE account_id = ANY ($1::uuid[]) AND unit = ANY ($2::wallet_unit[])
ORDER BY account_id, unit FOR UPDATE`;

export function lockHeads(postings: readonly Posting[]): Statement {
  const accounts = [...new Set(postings.map(({ accountId }) => accountId))];
  const units = [...new Set(postings.map(({ unit }) => unit))];
  return { name: "ledger_lock", text: LOCK, values: [column(accounts), column(units)] };
}

/** That the heads were as expected, and the database's time when it found so. */
export interface Expected {
  now: Date;
}

// Everything of a head that a posting is worked out from: the hash seals balance, lots and allocation; what is beside the chain is named.
const EXPECTED = bulk<Head>({
  account_id: ["uuid", (head) => head.accountId],
  unit: ["wallet_unit", (head) => head.unit],
  seq: ["bigint", (head) => head.seq],
  held: ["bigint", (head) => head.held],
  hash: ["bytea", (head) => head.hash],
  expires_at: ["timestamptz", firstExpiry],
});

// Locks in the order of LOCK. An expectation that is wrong, or a grant whose time is over by now, divides by zero: the transaction ends.
const expectOf = (rows: string) => `
WITH locked AS MATERIALIZED (
  SELECT account_id, unit, seq, held, hash FROM wallets WHERE account_id = ANY ($1::uuid[]) AND unit = ANY ($2::wallet_unit[])
  ORDER BY account_id, unit FOR UPDATE
)
SELECT clock_timestamp()::timestamptz(3) AS now,
  1 / (count(*) = cardinality($1::uuid[]) AND coalesce(min(n.expires_at) > clock_timestamp(), true))::int AS is_expected
FROM ${rows} JOIN locked w USING (account_id, unit, seq, held, hash)`;

/** Locks heads that are thought to be known. @throws the database's division_by_zero when one is not as expected. */
export function expectHeads(heads: readonly Head[]): Statement {
  const locked = [column(heads.map(({ accountId }) => accountId)), column(heads.map(({ unit }) => unit))];
  const { rows, shape, values } = EXPECTED.send(heads, locked.length);
  return { name: `ledger_expect_${shape}`, text: expectOf(rows), values: [...locked, ...values] };
}

function firstExpiry({ lots }: Head): Date | null {
  return lots.reduce<Date | null>(
    (first, { expiresAt }) => (expiresAt && (!first || expiresAt < first) ? expiresAt : first),
    null,
  );
}

/** Where a batch takes a wallet, and where it was under the lock. */
export interface Move {
  head: Head;
  before: Head;
}

const MOVES = bulk<Move>({
  account_id: ["uuid", ({ head }) => head.accountId],
  unit: ["wallet_unit", ({ head }) => head.unit],
  seq: ["bigint", ({ head }) => head.seq],
  balance: ["bigint", ({ head }) => head.balance],
  balance_before: ["bigint", ({ before }) => before.balance],
  held: ["bigint", ({ head }) => head.held],
  hash: ["bytea", ({ head }) => head.hash],
  last_posted_at: ["timestamptz", ({ head }) => head.lastPostedAt],
  allocation: ["bigint", ({ head }) => head.allocation],
  allocation_seq: ["bigint", ({ head }) => head.allocationSeq],
  lots: ["jsonb", ({ head }) => openLots(head)],
  grants: ["int", ({ head }) => head.grants],
});

/** What `updateHeads` returns, for `leaveBelow`: each wallet with its balance before and after, and the levels that are watched in it. */
export const MOVED = "moved";

export const updateHeads = over(
  "ledger_update_heads",
  MOVES,
  (rows) => `
UPDATE wallets w SET seq = n.seq, balance = n.balance, held = n.held, hash = n.hash, last_posted_at = n.last_posted_at,
  allocation = n.allocation, allocation_seq = n.allocation_seq, lots = n.lots, grants = n.grants
FROM ${rows} WHERE w.account_id = n.account_id AND w.unit = n.unit
RETURNING n.account_id, n.unit, n.balance, n.balance_before, w.watch`,
  MOVED,
);

function openLots({ lots }: Head): string {
  return JSON.stringify(
    lots.map(({ no, remaining, paid, expiresAt }) => ({
      no,
      remaining: remaining.toString(),
      paid,
      expires_at: expiresAt?.toISOString() ?? null,
    })),
  );
}
