import type pg from "pg";
import { SCRATCH } from "./scratch";

/** A table that is copied, and what stands in some of its columns instead: as if Stripe had said nothing yet. */
interface Copied {
  table: string;
  where: string;
  instead?: Readonly<Record<string, string>>;
}

const THEIRS = "account_id = ANY ($1::uuid[])";

// In the order of their references.
const OF_ACCOUNTS: readonly Copied[] = [
  { table: "accounts", where: "id = ANY ($1::uuid[])" },
  {
    table: "users",
    where: `id IN (SELECT user_id FROM members WHERE ${THEIRS})`,
    // Nobody signs in there.
    instead: { password_hash: "NULL" },
  },
  { table: "members", where: THEIRS },
  { table: "stripe_customers", where: THEIRS },
  { table: "payment_methods", where: THEIRS },
  {
    table: "recharge_settings",
    where: THEIRS,
    instead: { trouble: "''", failures: "0", paused_until: "NULL" },
  },
  {
    table: "purchases",
    where: THEIRS,
    instead: { status: "'open'", ended_at: "NULL", payment_intent_id: "NULL" },
  },
  {
    table: "recharge_attempts",
    where: THEIRS,
    instead: { status: "'started'", ended_at: "NULL", decline_code: "''" },
  },
  { table: "contracts", where: THEIRS },
  {
    table: "contract_invoices",
    where: THEIRS,
    instead: {
      status: "CASE WHEN stripe_invoice_id IS NULL THEN 'planned' ELSE 'sent' END",
      payment_id: "NULL",
      paid_at: "NULL",
    },
  },
];

const EVENTS: Copied = {
  table: "stripe_events",
  where: "id = ANY ($1::text[])",
  instead: { status: "'received'", account_id: "NULL", attempts: "0", settled_at: "NULL", outcome: "''" },
};

/** What a run begins each round from: events, oldest first, the accounts that they are about, and both as they stood at one moment. */
export interface TakenBooks {
  events: string[];
  accounts: string[];
  /** The rows of each table as a JSON array. An installation goes on selling while it is tested: read again, a later round would begin from other books. */
  rows: ReadonlyMap<Copied, string>;
}

/** Reads the newest events, `most` of them, and whose books are needed to replay them. `main` sees the real books. */
export async function takeBooks(main: pg.Client, most: number): Promise<TakenBooks> {
  await main.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await main.query("SET LOCAL app.every_account = 'on'");
  const { rows: chosen } = await main.query<{ id: string; account_id: string | null }>(
    `SELECT id, account_id FROM (SELECT * FROM stripe_events WHERE status <> 'received' ORDER BY received_at DESC, id LIMIT $1) newest
     ORDER BY created_at, received_at, id`,
    [most],
  );
  const events = chosen.map(({ id }) => id);
  const accounts = [...new Set(chosen.flatMap(({ account_id: id }) => id ?? []))];
  const rows = new Map<Copied, string>();
  for (const copied of [...OF_ACCOUNTS, EVENTS]) {
    const { rows: taken } = await main.query<{ rows: string }>(
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${copied.table} t WHERE ${copied.where}`,
      [copied === EVENTS ? events : accounts],
    );
    rows.set(copied, taken[0]?.rows ?? "[]");
  }
  await main.query("COMMIT");
  return { events, accounts, rows };
}

/** Brings accounts and events into the scratch books: what was to be sold, and nothing of what Stripe said about it. */
export async function putBooks(scratch: pg.Client, { rows }: TakenBooks): Promise<void> {
  await scratch.query("BEGIN");
  await scratch.query("SET LOCAL app.every_account = 'on'");
  for (const [copied, taken] of rows) await put(scratch, copied, taken);
  await scratch.query("COMMIT");
}

async function put(scratch: pg.Client, { table, instead = {} }: Copied, taken: string): Promise<void> {
  const { rows: columns } = await scratch.query<{ name: string; own: string | null }>(
    `SELECT a.attname AS name, CASE WHEN t.typnamespace = '${SCRATCH}'::regnamespace THEN t.typname END AS own
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [`${SCRATCH}.${table}`],
  );
  // Enums have types of their own here.
  const values = columns.map(({ name, own }) => {
    const value = instead[name] ?? `"${name}"`;
    return own === null ? value : `(${value})::text::${SCRATCH}.${own}`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  await scratch.query(
    `INSERT INTO ${SCRATCH}.${table} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values.join(", ")} FROM json_populate_recordset(NULL::${SCRATCH}.${table}, $1::json)`,
    [taken],
  );
}

/** Payments that came out otherwise than they stand in the real books. */
export async function differingPayments(scratch: pg.Client): Promise<string[]> {
  await scratch.query("BEGIN");
  await scratch.query("SET LOCAL app.every_account = 'on'");
  const { rows } = await scratch.query<{ id: string }>(
    `SELECT t.id FROM ${SCRATCH}.payments t LEFT JOIN public.payments p ON p.account_id = t.account_id AND p.id = t.id
     WHERE (t.credits, t.charged_cents, t.net_cents) IS DISTINCT FROM (p.credits, p.charged_cents, p.net_cents) ORDER BY t.id LIMIT 20`,
  );
  await scratch.query("COMMIT");
  return rows.map(({ id }) => `payment ${id} has other credit in the ledger`);
}
