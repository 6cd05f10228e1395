import { type Nano, nano } from "@/lib/values/money";
import { scopeOf } from "./rules/scope";
import type { HeadRow } from "./statements/heads";
import type { HoldRecord } from "./statements/holds";
import type { TransactionRecord } from "./statements/transactions";
import type { Head, Hold, Lot, Transaction } from "./types";

/** A wallet's head from its row. */
export function headOf(row: HeadRow): Head {
  return {
    accountId: row.account_id,
    unit: row.unit,
    seq: row.seq,
    balance: row.balance,
    held: row.held,
    hash: Buffer.from(row.hash),
    lastPostedAt: row.last_posted_at,
    allocation: row.allocation,
    allocationSeq: row.allocation_seq,
    lots: lotsOf(row.lots),
    grants: row.grants,
  };
}

/** Open lots from their column. */
export function lotsOf(lots: HeadRow["lots"]): Lot[] {
  return lots.map(({ no, remaining, paid, expires_at }) => ({
    no,
    remaining: nano(BigInt(remaining)),
    paid,
    expiresAt: expires_at === null ? null : new Date(expires_at),
  }));
}

/** A ledger row from its record. */
export function transactionOf(row: TransactionRecord): Transaction {
  return {
    accountId: row.account_id,
    unit: row.unit,
    seq: row.seq,
    createdAt: row.created_at,
    type: row.type,
    amount: row.amount,
    balanceBefore: row.balance_before,
    balanceAfter: row.balance_after,
    description: row.description,
    source: row.source,
    refType: row.ref_type,
    refId: row.ref_id,
    idempotencyKey: row.idempotency_key,
    lots: row.lots.map(([no, amount]): readonly [number, Nano] => [no, nano(BigInt(amount))]),
    hash: Buffer.from(row.hash),
  };
}

/** A hold from its record. */
export function holdOf(row: HoldRecord): Hold {
  return {
    accountId: row.account_id,
    id: row.id,
    unit: row.unit,
    kind: row.kind,
    amount: row.amount,
    status: row.status,
    description: row.description,
    refType: row.ref_type,
    refId: row.ref_id,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    openedSeq: row.opened_seq,
    used: row.used,
    endedAt: row.ended_at,
    endedSeq: row.ended_seq,
    endedKey: row.ended_key,
    scope: scopeOf({ ...row, keyId: row.key_id }),
  };
}
