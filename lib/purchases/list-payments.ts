import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { dashboardUrl } from "./dashboard-url";
import { usdOfCents } from "./rules/cents";
import { type PaymentState, stateOfPaid, stateOfUnpaid } from "./rules/payment-state";
import type { PaymentsView } from "./rules/payment-views";
import { receiptNumber } from "./rules/receipt-number";

/** What was paid in money, or was to be paid. Credit and money are decimal strings. */
export interface PaymentRow {
  /** When it was paid; of what was not, when it was begun. */
  at: string;
  /** Stripe's id of what was paid; of what was not, that of the purchase or charge that was begun. */
  id: string;
  kind: "topup" | "auto_recharge" | "contract";
  state: PaymentState;
  credits: string;
  /** Its tax included; of what was not paid, what was asked. */
  charged: string;
  /** The tax in what was charged; null for what was not paid. */
  tax: string | null;
  refunded: string;
  /** What disputes have taken, and not given back. */
  disputed: string;
  currency: string;
  /** Why the card was not charged, in the bank's word. */
  decline_code: string;
  /** The row that added its credit; null where it brought nothing. */
  transaction_id: string | null;
  /** "R-000042": that of its receipt. */
  receipt_number: string | null;
  receipt_url: string | null;
  invoice_url: string | null;
  /** Its page at Stripe. */
  stripe_url: string | null;
  /** An invoice that Stripe has as paid without its money, such as by bank transfer. */
  is_outside: boolean;
}

interface Found {
  at: Date;
  id: string;
  kind: PaymentRow["kind"];
  status: string | null;
  credits: bigint;
  charged_cents: bigint;
  tax_cents: bigint | null;
  number: bigint | null;
  refunded_cents: bigint;
  disputed_cents: bigint;
  currency: string;
  decline_code: string;
  seq: bigint | null;
  receipt_url: string | null;
  invoice_url: string | null;
  intent_id: string | null;
}

interface Given {
  payment_id: string;
  status: string;
}

/**
 * The account's payments, newest first: those that came, and those that were begun and brought nothing. `before` is the `next` of the page before; a page is found
 * by its keys, however deep it is.
 */
export async function listPayments(
  ctx: Context,
  {
    view = "all",
    before,
    limit = 50,
  }: { view?: PaymentsView; before?: string | undefined; limit?: number } = {},
): Promise<{ rows: PaymentRow[]; next: string | null }> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const cursor = cursorOf(before);
  return readInAccount(accountId, async (sql) => {
    const found = await sql.query<Found>(ROWS[view], [
      accountId,
      cursor?.at ?? null,
      cursor?.id ?? null,
      limit + 1,
    ]);
    const page = found.slice(0, limit);
    const ids = page.filter(({ status }) => status === null).map(({ id }) => id);
    const refunds = await givenOf(sql, "refunds", accountId, ids);
    const disputes = await givenOf(sql, "disputes", accountId, ids);
    const last = page.at(-1);
    return {
      rows: page.map((row) => rowOf(accountId, row, refunds, disputes)),
      next: found.length > limit && last ? `${last.at.toISOString()} ${last.id}` : null,
    };
  });
}

/** A cursor that cannot be read is none: a list never fails for a mistyped link. */
function cursorOf(before: string | undefined): { at: Date; id: string } | null {
  const [, time = "", id = ""] = /^(\S{10,40}) (\S{1,255})$/.exec(before ?? "") ?? [];
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}

function givenOf(
  sql: Sql,
  table: "refunds" | "disputes",
  accountId: string,
  ids: readonly string[],
): Promise<Given[]> {
  return sql.query<Given>(
    `SELECT payment_id, status::text FROM ${table} WHERE account_id = $1::uuid AND payment_id = ANY ($2::text[])`,
    [accountId, ids],
  );
}

function rowOf(
  accountId: string,
  { at, id, kind, status, currency, decline_code, seq, receipt_url, invoice_url, intent_id, ...row }: Found,
  refunds: readonly Given[],
  disputes: readonly Given[],
): PaymentRow {
  const ofIt = ({ payment_id }: Given) => payment_id === id;
  const paid = {
    chargedCents: row.charged_cents,
    refundedCents: row.refunded_cents,
    disputedCents: row.disputed_cents,
    refunds: refunds.filter(ofIt),
    disputes: disputes.filter(ofIt),
  };
  return {
    at: at.toISOString(),
    id,
    kind,
    state: status === null ? stateOfPaid(paid) : stateOfUnpaid(status),
    credits: formatCredits(nano(row.credits)),
    charged: usdOfCents(row.charged_cents),
    tax: row.tax_cents === null ? null : usdOfCents(row.tax_cents),
    refunded: usdOfCents(row.refunded_cents),
    disputed: usdOfCents(row.disputed_cents),
    currency,
    decline_code,
    transaction_id: seq === null ? null : transactionId({ accountId, unit: "credit", seq }),
    receipt_number: row.number === null ? null : receiptNumber("receipt", row.number),
    receipt_url,
    invoice_url,
    stripe_url: intent_id === null ? null : dashboardUrl(intent_id),
    is_outside: seq !== null && intent_id === null,
  };
}

// An invoice that was paid outside of Stripe is its own payment. Each kind is read down its own key, as far as one page at the most.
const END = "ORDER BY at DESC, id DESC LIMIT $4";
const olderThan = (at: string, id: string) =>
  `($2::timestamptz IS NULL OR (${at}, ${id}) < ($2::timestamptz, $3::text))`;

const paid = (more = "") => `
(SELECT p.paid_at AS at, p.id, p.kind::text, NULL AS status, p.credits, p.charged_cents, p.refunded_cents, p.disputed_cents,
   p.currency, '' AS decline_code, p.seq, p.receipt_url, p.invoice_url, nullif(p.id, p.invoice_id) AS intent_id, p.charged_cents - p.net_cents AS tax_cents,
   (SELECT n.number FROM receipt_numbers n WHERE n.account_id = p.account_id AND n.seq = p.seq) AS number
 FROM payments p WHERE p.account_id = $1::uuid AND ${olderThan("p.paid_at", "p.id")}${more} ${END})`;

const NOT_PAID = `
(SELECT b.created_at AS at, b.id::text, 'topup' AS kind, b.status::text, b.credits, b.amount_cents AS charged_cents, 0::bigint AS refunded_cents,
   0::bigint AS disputed_cents, b.currency, '' AS decline_code, NULL::bigint AS seq, NULL AS receipt_url, NULL AS invoice_url, b.payment_intent_id AS intent_id,
   NULL::bigint AS tax_cents, NULL::bigint AS number
 FROM purchases b WHERE b.account_id = $1::uuid AND b.status <> 'paid' AND ${olderThan("b.created_at", "b.id::text")} ${END})
UNION ALL
(SELECT c.created_at, c.id::text, 'auto_recharge', c.status::text, c.credits, c.amount_cents, 0::bigint,
   0::bigint, c.currency, c.decline_code, NULL::bigint, NULL, NULL, c.payment_intent_id, NULL, NULL
 FROM recharge_attempts c WHERE c.account_id = $1::uuid AND c.status <> 'succeeded' AND ${olderThan("c.created_at", "c.id::text")}
 ORDER BY c.created_at DESC, c.id::text DESC LIMIT $4)`;

const GIVEN_BACK = `
   AND (EXISTS (SELECT FROM refunds r WHERE r.account_id = p.account_id AND r.payment_id = p.id)
     OR EXISTS (SELECT FROM disputes d WHERE d.account_id = p.account_id AND d.payment_id = p.id))`;

const ROWS: Readonly<Record<PaymentsView, string>> = {
  all: `SELECT * FROM (${paid()} UNION ALL ${NOT_PAID}) found ${END}`,
  given_back: `SELECT * FROM ${paid(GIVEN_BACK)} found ${END}`,
  not_paid: `SELECT * FROM (${NOT_PAID}) found ${END}`,
};
