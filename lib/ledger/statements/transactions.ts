import { bulk, column } from "@/lib/db/column";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import type { NewGrant } from "../rules/chain";
import type { LotChange, Transaction } from "../types";
import { insertOf, type Statement } from "./statement";

export interface TransactionRecord {
  account_id: string;
  unit: Unit;
  seq: bigint;
  created_at: Date;
  type: Transaction["type"];
  amount: Nano;
  balance_before: Nano;
  balance_after: Nano;
  description: string;
  source: Transaction["source"];
  ref_type: string | null;
  ref_id: string | null;
  idempotency_key: string;
  lots: [number, string][];
  hash: Uint8Array;
}

export const TRANSACTION_COLUMNS = `t.account_id, t.unit, t.seq, t.created_at, t.type, t.amount, t.balance_before,
  t.balance_after, t.description, t.source, t.ref_type, t.ref_id, t.idempotency_key, t.lots, t.hash`;

// A statement of its own after the lock: inside the locking statement the snapshot would be older than the lock.
const KNOWN_KEYS = `
SELECT ${TRANSACTION_COLUMNS} FROM unnest($1::uuid[], $2::text[]) AS asked (account_id, key)
JOIN transactions t ON t.account_id = asked.account_id AND t.idempotency_key = asked.key`;

export function findKeys(keys: readonly (readonly [string, string])[]): Statement {
  return {
    name: "ledger_known_keys",
    text: KNOWN_KEYS,
    values: [column(keys.map(([id]) => id)), column(keys.map(([, key]) => key))],
  };
}

export const insertTransactions = insertOf(
  "transactions",
  bulk<Transaction>({
    account_id: ["uuid", (row) => row.accountId],
    unit: ["wallet_unit", (row) => row.unit],
    seq: ["bigint", (row) => row.seq],
    created_at: ["timestamptz", (row) => row.createdAt],
    type: ["transaction_type", (row) => row.type],
    amount: ["bigint", (row) => row.amount],
    balance_before: ["bigint", (row) => row.balanceBefore],
    balance_after: ["bigint", (row) => row.balanceAfter],
    description: ["text", (row) => row.description],
    source: ["transaction_source", (row) => row.source],
    ref_type: ["text", (row) => row.refType],
    ref_id: ["text", (row) => row.refId],
    idempotency_key: ["text", (row) => row.idempotencyKey],
    lots: ["jsonb", (row) => lotChanges(row.lots)],
    hash: ["bytea", (row) => row.hash],
  }),
);

function lotChanges(changes: readonly LotChange[]): string {
  return JSON.stringify(changes.map(([no, amount]) => [no, amount.toString()]));
}

/** A grant with the wallet and time of its row. */
export interface GrantRow extends NewGrant {
  accountId: string;
  unit: Unit;
  createdAt: Date;
}

export const insertGrants = insertOf(
  "grants",
  bulk<GrantRow>({
    account_id: ["uuid", (grant) => grant.accountId],
    unit: ["wallet_unit", (grant) => grant.unit],
    no: ["int", (grant) => grant.no],
    origin: ["grant_origin", (grant) => grant.origin],
    amount: ["bigint", (grant) => grant.amount],
    paid: ["bigint", (grant) => grant.paid],
    expires_at: ["timestamptz", (grant) => grant.expiresAt],
    granted_seq: ["bigint", (grant) => grant.grantedSeq],
    created_at: ["timestamptz", (grant) => grant.createdAt],
  }),
);

interface DaySum {
  row: Transaction;
  day: string;
  rows: number;
  added: bigint;
  removed: bigint;
  last: bigint;
}

const insertDays = insertOf(
  "wallet_days AS d",
  bulk<DaySum>({
    account_id: ["uuid", ({ row }) => row.accountId],
    unit: ["wallet_unit", ({ row }) => row.unit],
    day: ["date", ({ day }) => day],
    type: ["transaction_type", ({ row }) => row.type],
    rows: ["bigint", (sum) => sum.rows],
    added: ["numeric", ({ added }) => added],
    removed: ["numeric", ({ removed }) => removed],
    first_seq: ["bigint", ({ row }) => row.seq],
    last_seq: ["bigint", ({ last }) => last],
  }),
  ` ON CONFLICT (account_id, unit, day, type) DO UPDATE SET rows = d.rows + excluded.rows,
  added = d.added + excluded.added, removed = d.removed + excluded.removed, last_seq = excluded.last_seq`,
);

/** Adds rows to the ledger by UTC day and type. */
export function addToWalletDays(rows: readonly Transaction[]): Statement {
  const days = new Map<string, DaySum>();
  for (const row of rows) {
    const day = utcDay(row.createdAt);
    const key = `${row.accountId} ${row.unit} ${day} ${row.type}`;
    const sum = days.get(key) ?? { row, day, rows: 0, added: 0n, removed: 0n, last: row.seq };
    days.set(key, sum);
    sum.rows += 1;
    sum.last = row.seq;
    if (row.amount > 0n) sum.added += row.amount;
    else sum.removed -= row.amount;
  }
  return insertDays([...days.values()]);
}
