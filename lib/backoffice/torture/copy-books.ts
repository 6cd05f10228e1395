import type pg from "pg";
import { SCRATCH } from "./scratch";

/** A table that is copied, and what stands in some of its columns instead: as if Stripe had said nothing yet. */
interface Copied {
  table: string;
  where: string;
  instead?: Readonly<Record<string, string>>;
}

const OF_ACCOUNTS = "account_id = ANY ($1::uuid[])";

// In the order of their references.
const TABLES: readonly Copied[] = [
  { table: "accounts", where: "id = ANY ($1::uuid[])" },
  {
    table: "users",
    where: `id IN (SELECT user_id FROM public.members WHERE ${OF_ACCOUNTS})`,
    // Nobody signs in there.
    instead: { password_hash: "NULL" },
  },
  { table: "members", where: OF_ACCOUNTS },
  { table: "stripe_customers", where: OF_ACCOUNTS },
  { table: "payment_methods", where: OF_ACCOUNTS },
  {
    table: "recharge_settings",
    where: OF_ACCOUNTS,
    instead: { trouble: "''", failures: "0", paused_until: "NULL" },
  },
  {
    table: "purchases",
    where: OF_ACCOUNTS,
    instead: { status: "'open'", ended_at: "NULL", payment_intent_id: "NULL" },
  },
  {
    table: "recharge_attempts",
    where: OF_ACCOUNTS,
    instead: { status: "'started'", ended_at: "NULL", decline_code: "''" },
  },
  { table: "contracts", where: OF_ACCOUNTS },
  {
    table: "contract_invoices",
    where: OF_ACCOUNTS,
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

/** What a run replays, oldest first, and whose books it needs for that. */
export async function chooseEvents(
  main: pg.Client,
  most: number,
): Promise<{ events: string[]; accounts: string[] }> {
  const { rows } = await main.query<{ id: string; account_id: string | null }>(
    `SELECT id, account_id FROM (SELECT * FROM stripe_events WHERE status <> 'received' ORDER BY received_at DESC, id LIMIT $1) newest
     ORDER BY created_at, received_at, id`,
    [most],
  );
  const accounts = new Set(rows.flatMap(({ account_id: id }) => (id === null ? [] : [id])));
  return { events: rows.map(({ id }) => id), accounts: [...accounts] };
}

/** Brings accounts and events into the scratch books: what was to be sold, and nothing of what Stripe said about it. `scratch` reads all accounts of the real ones. */
export async function copyBooks(
  scratch: pg.Client,
  accounts: readonly string[],
  events: readonly string[],
): Promise<void> {
  await scratch.query("BEGIN");
  await scratch.query("SET LOCAL app.every_account = 'on'");
  for (const copied of TABLES) await copy(scratch, copied, accounts);
  await copy(scratch, EVENTS, events);
  await scratch.query("COMMIT");
}

async function copy(
  scratch: pg.Client,
  { table, where, instead = {} }: Copied,
  values: readonly string[],
): Promise<void> {
  const { rows: columns } = await scratch.query<{ name: string; own: string | null }>(
    `SELECT a.attname AS name, CASE WHEN t.typnamespace = '${SCRATCH}'::regnamespace THEN t.typname END AS own
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [`${SCRATCH}.${table}`],
  );
  // Enums have types of their own here.
  const values_ = columns.map(({ name, own }) => {
    const value = instead[name] ?? `"${name}"`;
    return own === null ? value : `(${value})::text::${SCRATCH}.${own}`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  await scratch.query(
    `INSERT INTO ${SCRATCH}.${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values_.join(", ")} FROM public.${table} WHERE ${where}`,
    [values],
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
