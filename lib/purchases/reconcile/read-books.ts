import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Movement, MovementKind, Side } from "./rules/compare";

interface Row {
  id: string;
  account_id: string;
  cents: bigint;
}

/** What the books know under these ids of Stripe, and all that happened in them since. */
export async function readBooks(
  since: Date,
  ids: Readonly<Record<MovementKind, readonly string[]>>,
): Promise<Side> {
  return readAcrossAccounts(async (sql) => {
    const read = async (kind: MovementKind): Promise<Movement[]> => {
      const rows = await sql.query<Row>(QUERIES[kind], [since, ids[kind]]);
      return rows.map(({ id, account_id: accountId, cents }) => ({ id, accountId, cents }));
    };
    return { payment: await read("payment"), refund: await read("refund"), dispute: await read("dispute") };
  });
}

// An invoice that was paid outside of Stripe moved no money there: its id is its own. A dispute that was won is not over before its money is back.
const QUERIES: Readonly<Record<MovementKind, string>> = {
  payment: `SELECT id, account_id, charged_cents AS cents FROM payments
    WHERE (paid_at >= $1 OR id = ANY ($2::text[])) AND id IS DISTINCT FROM invoice_id`,
  refund: `SELECT id, account_id, CASE WHEN returned_seq IS NULL AND status NOT IN ('failed', 'canceled') THEN amount_cents ELSE 0 END AS cents
    FROM refunds WHERE refunded_at >= $1 OR id = ANY ($2::text[]) OR status IN ('pending', 'requires_action')`,
  dispute: `SELECT id, account_id, CASE WHEN withdrawn_seq IS NOT NULL AND reinstated_seq IS NULL THEN amount_cents ELSE 0 END AS cents
    FROM disputes WHERE opened_at >= $1 OR id = ANY ($2::text[]) OR status NOT IN ('won', 'lost', 'warning_closed', 'prevented')
      OR (status = 'won' AND withdrawn_seq IS NOT NULL AND reinstated_seq IS NULL)`,
};

/** Whose customers are whose: Stripe's id to the account's. */
export async function readCustomers(): Promise<Map<string, string>> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ customer_id: string; account_id: string }>(
      "SELECT customer_id, account_id FROM stripe_customers",
    ),
  );
  return new Map(rows.map(({ customer_id: customer, account_id: account }) => [customer, account]));
}

/** Invoices of contracts that were sent and, as far as we know, are not paid. */
export async function readSentInvoices(): Promise<{ accountId: string; invoiceId: string }[]> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; stripe_invoice_id: string }>(
      "SELECT account_id, stripe_invoice_id FROM contract_invoices WHERE status = 'sent' AND stripe_invoice_id IS NOT NULL",
    ),
  );
  return rows.map(({ account_id: accountId, stripe_invoice_id: invoiceId }) => ({ accountId, invoiceId }));
}
