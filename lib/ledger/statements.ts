import { column } from "@/lib/db/column";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import type { NewGrant } from "./rules/chain";
import type { Head, Hold, LotChange, OutboxTask, Posting, Transaction, UsageEvent } from "./types";

/** A statement of the posting path. The name lets a connection prepare it once. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

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

export interface KnownEvent {
  account_id: string;
  id: string;
  unit: Unit;
  seq: bigint | null;
  charge: Nano;
  fingerprint: Uint8Array;
}

const KNOWN_EVENTS = `
SELECT e.account_id, e.id, e.unit, e.seq, e.charge, e.fingerprint FROM unnest($1::uuid[], $2::text[]) AS asked (account_id, id)
JOIN usage_events e ON e.account_id = asked.account_id AND e.id = asked.id`;

export function findEvents(ids: readonly (readonly [string, string])[]): Statement {
  return {
    name: "ledger_known_events",
    text: KNOWN_EVENTS,
    values: [column(ids.map(([id]) => id)), column(ids.map(([, event]) => event))],
  };
}

export interface HoldRecord {
  account_id: string;
  id: string;
  unit: Unit;
  kind: Hold["kind"];
  amount: Nano;
  status: Hold["status"];
  description: string;
  ref_type: string | null;
  ref_id: string | null;
  idempotency_key: string;
  created_at: Date;
  expires_at: Date | null;
  opened_seq: bigint | null;
  used: Nano | null;
  ended_at: Date | null;
  ended_seq: bigint | null;
  ended_key: string | null;
}

const HOLD_COLUMNS = `h.account_id, h.id, h.unit, h.kind, h.amount, h.status, h.description, h.ref_type, h.ref_id,
  h.idempotency_key, h.created_at, h.expires_at, h.opened_seq, h.used, h.ended_at, h.ended_seq, h.ended_key`;

export const READ_HOLDS = `
SELECT ${HOLD_COLUMNS} FROM holds h
WHERE h.account_id = ANY ($1::uuid[]) AND (h.id = ANY ($2::uuid[]) OR h.idempotency_key = ANY ($3::text[]))`;

export function findHolds(accounts: readonly string[], ids: readonly string[], keys: readonly string[]): Statement {
  return { name: "ledger_known_holds", text: READ_HOLDS, values: [column(accounts), column(ids), column(keys)] };
}

const INSERT_TRANSACTIONS = `
INSERT INTO transactions (account_id, unit, seq, created_at, type, amount, balance_before, balance_after, description, source,
  ref_type, ref_id, idempotency_key, lots, hash)
SELECT * FROM unnest($1::uuid[], $2::wallet_unit[], $3::bigint[], $4::timestamptz[], $5::transaction_type[], $6::bigint[],
  $7::bigint[], $8::bigint[], $9::text[], $10::transaction_source[], $11::text[], $12::text[], $13::text[], $14::jsonb[], $15::bytea[])`;

export function insertTransactions(rows: readonly Transaction[]): Statement {
  return {
    name: "ledger_insert_transactions",
    text: INSERT_TRANSACTIONS,
    values: [
      column(rows.map((row) => row.accountId)),
      column(rows.map((row) => row.unit)),
      column(rows.map((row) => row.seq)),
      column(rows.map((row) => row.createdAt)),
      column(rows.map((row) => row.type)),
      column(rows.map((row) => row.amount)),
      column(rows.map((row) => row.balanceBefore)),
      column(rows.map((row) => row.balanceAfter)),
      column(rows.map((row) => row.description)),
      column(rows.map((row) => row.source)),
      column(rows.map((row) => row.refType)),
      column(rows.map((row) => row.refId)),
      column(rows.map((row) => row.idempotencyKey)),
      column(rows.map((row) => lotChanges(row.lots))),
      column(rows.map((row) => row.hash)),
    ],
  };
}

function lotChanges(changes: readonly LotChange[]): string {
  return JSON.stringify(changes.map(([no, amount]) => [no, amount.toString()]));
}

/** A grant with the wallet and time of its row. */
export interface GrantRow extends NewGrant {
  accountId: string;
  unit: Unit;
  createdAt: Date;
}

export function insertGrants(grants: readonly GrantRow[]): Statement {
  return {
    name: "ledger_insert_grants",
    text: `INSERT INTO grants (account_id, unit, no, origin, amount, paid, expires_at, granted_seq, created_at)
SELECT * FROM unnest($1::uuid[], $2::wallet_unit[], $3::int[], $4::grant_origin[], $5::bigint[], $6::bigint[], $7::timestamptz[],
  $8::bigint[], $9::timestamptz[])`,
    values: [
      column(grants.map((grant) => grant.accountId)),
      column(grants.map((grant) => grant.unit)),
      column(grants.map((grant) => grant.no)),
      column(grants.map((grant) => grant.origin)),
      column(grants.map((grant) => grant.amount)),
      column(grants.map((grant) => grant.paid)),
      column(grants.map((grant) => grant.expiresAt)),
      column(grants.map((grant) => grant.grantedSeq)),
      column(grants.map((grant) => grant.createdAt)),
    ],
  };
}

export function updateHeads(heads: readonly Head[]): Statement {
  return {
    name: "ledger_update_heads",
    text: `UPDATE wallets w SET seq = n.seq, balance = n.balance, held = n.held, hash = n.hash, last_posted_at = n.last_posted_at,
  allocation = n.allocation, allocation_seq = n.allocation_seq, lots = n.lots, grants = n.grants
FROM unnest($1::uuid[], $2::wallet_unit[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bytea[], $7::timestamptz[], $8::bigint[],
  $9::bigint[], $10::jsonb[], $11::int[])
  AS n (account_id, unit, seq, balance, held, hash, last_posted_at, allocation, allocation_seq, lots, grants)
WHERE w.account_id = n.account_id AND w.unit = n.unit`,
    values: [
      column(heads.map((head) => head.accountId)),
      column(heads.map((head) => head.unit)),
      column(heads.map((head) => head.seq)),
      column(heads.map((head) => head.balance)),
      column(heads.map((head) => head.held)),
      column(heads.map((head) => head.hash)),
      column(heads.map((head) => head.lastPostedAt)),
      column(heads.map((head) => head.allocation)),
      column(heads.map((head) => head.allocationSeq)),
      column(heads.map((head) => openLots(head))),
      column(heads.map((head) => head.grants)),
    ],
  };
}

function openLots(head: Head): string {
  return JSON.stringify(
    head.lots.map(({ no, remaining, paid, expiresAt }) => ({
      no,
      remaining: remaining.toString(),
      paid,
      expires_at: expiresAt?.toISOString() ?? null,
    })),
  );
}

/** Adds rows to the ledger by UTC day and type. */
export function addToWalletDays(rows: readonly Transaction[]): Statement {
  const days = new Map<string, { row: Transaction; day: string; rows: number; added: bigint; removed: bigint; last: bigint }>();
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
  const sums = [...days.values()];
  return {
    name: "ledger_add_to_wallet_days",
    text: `INSERT INTO wallet_days AS d (account_id, unit, day, type, rows, added, removed, first_seq, last_seq)
SELECT * FROM unnest($1::uuid[], $2::wallet_unit[], $3::date[], $4::transaction_type[], $5::bigint[], $6::numeric[], $7::numeric[],
  $8::bigint[], $9::bigint[])
ON CONFLICT (account_id, unit, day, type) DO UPDATE SET rows = d.rows + excluded.rows, added = d.added + excluded.added,
  removed = d.removed + excluded.removed, last_seq = excluded.last_seq`,
    values: [
      column(sums.map(({ row }) => row.accountId)),
      column(sums.map(({ row }) => row.unit)),
      column(sums.map(({ day }) => day)),
      column(sums.map(({ row }) => row.type)),
      column(sums.map((sum) => sum.rows)),
      column(sums.map(({ added }) => added)),
      column(sums.map(({ removed }) => removed)),
      column(sums.map(({ row }) => row.seq)),
      column(sums.map(({ last }) => last)),
    ],
  };
}

export function insertHolds(holds: readonly Hold[]): Statement {
  return {
    name: "ledger_insert_holds",
    text: `INSERT INTO holds (account_id, id, unit, kind, amount, description, ref_type, ref_id, idempotency_key, created_at,
  expires_at, opened_seq, status, used, ended_at, ended_seq, ended_key)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::wallet_unit[], $4::hold_kind[], $5::bigint[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::hold_status[], $14::bigint[], $15::timestamptz[],
  $16::bigint[], $17::text[])`,
    values: [
      column(holds.map((hold) => hold.accountId)),
      column(holds.map((hold) => hold.id)),
      column(holds.map((hold) => hold.unit)),
      column(holds.map((hold) => hold.kind)),
      column(holds.map((hold) => hold.amount)),
      column(holds.map((hold) => hold.description)),
      column(holds.map((hold) => hold.refType)),
      column(holds.map((hold) => hold.refId)),
      column(holds.map((hold) => hold.idempotencyKey)),
      column(holds.map((hold) => hold.createdAt)),
      column(holds.map((hold) => hold.expiresAt)),
      column(holds.map((hold) => hold.openedSeq)),
      column(holds.map((hold) => hold.status)),
      column(holds.map((hold) => hold.used)),
      column(holds.map((hold) => hold.endedAt)),
      column(holds.map((hold) => hold.endedSeq)),
      column(holds.map((hold) => hold.endedKey)),
    ],
  };
}

export function endHolds(holds: readonly Hold[]): Statement {
  return {
    name: "ledger_end_holds",
    text: `UPDATE holds h SET status = n.status, used = n.used, ended_at = n.ended_at, ended_seq = n.ended_seq, ended_key = n.ended_key
FROM unnest($1::uuid[], $2::uuid[], $3::hold_status[], $4::bigint[], $5::timestamptz[], $6::bigint[], $7::text[])
  AS n (account_id, id, status, used, ended_at, ended_seq, ended_key)
WHERE h.account_id = n.account_id AND h.id = n.id`,
    values: [
      column(holds.map((hold) => hold.accountId)),
      column(holds.map((hold) => hold.id)),
      column(holds.map((hold) => hold.status)),
      column(holds.map((hold) => hold.used)),
      column(holds.map((hold) => hold.endedAt)),
      column(holds.map((hold) => hold.endedSeq)),
      column(holds.map((hold) => hold.endedKey)),
    ],
  };
}

/** A usage event with the wallet that paid and the row that charged it. */
export interface ChargedEvent {
  accountId: string;
  unit: Unit;
  seq: bigint | null;
  receivedAt: Date;
  event: UsageEvent;
}

export function insertEvents(charged: readonly ChargedEvent[]): Statement {
  const events = charged.map(({ event }) => event);
  return {
    name: "ledger_insert_events",
    text: `INSERT INTO usage_events (account_id, id, occurred_at, received_at, feature, operation, provider, model, hardware, member, team,
  project, key_id, input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens, quantities, byok, cost_usd,
  cost_source, rate_card, unit, charge, seq, fingerprint)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[],
  $18::bigint[], $19::jsonb[], $20::boolean[], $21::bigint[], $22::text[], $23::int[], $24::wallet_unit[], $25::bigint[], $26::bigint[],
  $27::bytea[])`,
    values: [
      column(charged.map(({ accountId }) => accountId)),
      column(events.map((event) => event.id)),
      column(events.map((event) => event.occurredAt)),
      column(charged.map(({ receivedAt }) => receivedAt)),
      column(events.map((event) => event.feature)),
      column(events.map((event) => event.operation)),
      column(events.map((event) => event.provider)),
      column(events.map((event) => event.model)),
      column(events.map((event) => event.hardware)),
      column(events.map((event) => event.member)),
      column(events.map((event) => event.team)),
      column(events.map((event) => event.project)),
      column(events.map((event) => event.keyId)),
      column(events.map((event) => event.inputTokens)),
      column(events.map((event) => event.outputTokens)),
      column(events.map((event) => event.cachedInputTokens)),
      column(events.map((event) => event.cacheWriteTokens)),
      column(events.map((event) => event.reasoningTokens)),
      column(events.map((event) => JSON.stringify(event.quantities))),
      column(events.map((event) => event.byok)),
      column(events.map((event) => event.costUsd)),
      column(events.map((event) => event.costSource)),
      column(events.map((event) => event.rateCard)),
      column(charged.map(({ unit }) => unit)),
      column(events.map((event) => event.charge)),
      column(charged.map(({ seq }) => seq)),
      column(events.map((event) => event.fingerprint)),
    ],
  };
}

/** Adds events to the usage by UTC day: the day of the event's own time, whenever it was reported. */
export function addToUsageDays(charged: readonly ChargedEvent[]): Statement {
  const days = new Map<string, { key: string[]; calls: number; input: bigint; output: bigint; cached: bigint; charge: bigint; cost: bigint }>();
  for (const { accountId, unit, event } of charged) {
    const { feature, operation, model, member, team, project, keyId } = event;
    const key = [accountId, utcDay(event.occurredAt), unit, feature, operation, model, member, team, project, keyId];
    const name = key.join("\u0000");
    const sum = days.get(name) ?? { key, calls: 0, input: 0n, output: 0n, cached: 0n, charge: 0n, cost: 0n };
    days.set(name, sum);
    sum.calls += 1;
    sum.input += event.inputTokens;
    sum.output += event.outputTokens;
    sum.cached += event.cachedInputTokens;
    sum.charge += event.charge;
    sum.cost += event.costUsd;
  }
  const sums = [...days.values()];
  return {
    name: "ledger_add_to_usage_days",
    text: `INSERT INTO usage_days AS d (account_id, day, unit, feature, operation, model, member, team, project, key_id, calls,
  input_tokens, output_tokens, cached_input_tokens, charge, cost_usd)
SELECT * FROM unnest($1::uuid[], $2::date[], $3::wallet_unit[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
  $10::text[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::numeric[], $16::numeric[])
ON CONFLICT (account_id, day, unit, feature, operation, model, member, team, project, key_id) DO UPDATE SET
  calls = d.calls + excluded.calls, input_tokens = d.input_tokens + excluded.input_tokens,
  output_tokens = d.output_tokens + excluded.output_tokens,
  cached_input_tokens = d.cached_input_tokens + excluded.cached_input_tokens,
  charge = d.charge + excluded.charge, cost_usd = d.cost_usd + excluded.cost_usd`,
    values: [
      ...Array.from({ length: 10 }, (_, index) => column(sums.map(({ key }) => key[index] ?? ""))),
      column(sums.map(({ calls }) => calls)),
      column(sums.map(({ input }) => input)),
      column(sums.map(({ output }) => output)),
      column(sums.map(({ cached }) => cached)),
      column(sums.map(({ charge }) => charge)),
      column(sums.map(({ cost }) => cost)),
    ],
  };
}

export function insertOutbox(tasks: readonly (OutboxTask & { accountId: string; id: string })[]): Statement {
  return {
    name: "ledger_insert_outbox",
    text: `INSERT INTO outbox (account_id, id, task, job_key, payload)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[])`,
    values: [
      column(tasks.map(({ accountId }) => accountId)),
      column(tasks.map(({ id }) => id)),
      column(tasks.map(({ task }) => task)),
      column(tasks.map(({ jobKey }) => jobKey)),
      column(tasks.map(({ payload }) => JSON.stringify(payload))),
    ],
  };
}
