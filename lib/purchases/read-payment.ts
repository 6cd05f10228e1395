import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, transactionId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { dashboardUrl } from "./dashboard-url";
import { type PaymentState, stateOfPaid } from "./rules/payment-state";

/** The payment behind a row. Credit is decimal strings, cents are whole. */
export interface PaymentView {
  id: string;
  kind: "topup" | "auto_recharge" | "contract";
  state: PaymentState;
  charged_cents: number;
  net_cents: number;
  tax_cents: number;
  currency: string;
  credits: string;
  paid_at: string;
  charge_id: string | null;
  /** Stripe's pages for the customer. */
  receipt_url: string | null;
  invoice_url: string | null;
  refunded_cents: number;
  disputed_cents: number;
  refunds: { id: string; amount_cents: number; credits: string; status: string; refunded_at: string }[];
  disputes: {
    id: string;
    amount_cents: number;
    credits: string;
    status: string;
    reason: string;
    opened_at: string;
    /** Whether its money, and so its credit, came back. */
    is_back: boolean;
  }[];
  /** The row that added its credit. */
  transaction_id: string;
  /** Stripe's own page of it, for operators. */
  stripe_url: string | null;
}

/**
 * The payment that a row of the credit wallet belongs to: one that added credit, or one that took some back. Null for rows of none.
 * @throws Refusal `not_found` for a row that is not the account's
 */
export async function readPayment(ctx: Context, transaction: string): Promise<PaymentView | null> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const key = parseTransactionId(transaction);
  if (key?.accountId !== accountId) throw notFound("transaction");
  if (key.unit !== "credit") return null;
  const payment = await inAccount(accountId, async (tx) => {
    const [found] = await sqlOf(tx).query<{ id: string }>(PAYMENT_OF_ROW, [accountId, key.seq]);
    return found ? find(tx, accountId, found.id) : null;
  });
  return payment && viewOf(payment);
}

/** One payment by its id at Stripe. @throws Refusal `not_found` for one that is not the account's */
export async function readPaymentById(ctx: Context, id: string): Promise<PaymentView> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const payment = await inAccount(accountId, (tx) => find(tx, accountId, id));
  if (!payment) throw notFound("payment");
  return viewOf(payment);
}

function find(tx: Tx, accountId: string, id: string) {
  return tx.payment.findUnique({
    where: { accountId_id: { accountId, id } },
    include: {
      refunds: { orderBy: { refundedAt: "asc" } },
      disputes: { orderBy: { openedAt: "asc" } },
    },
  });
}

function viewOf(payment: NonNullable<Awaited<ReturnType<typeof find>>>): PaymentView {
  const { accountId, id, seq, chargedCents, netCents, refunds, disputes } = payment;
  return {
    id,
    kind: payment.kind,
    state: stateOfPaid(payment),
    charged_cents: Number(chargedCents),
    net_cents: Number(netCents),
    tax_cents: Number(chargedCents - netCents),
    currency: payment.currency,
    credits: formatCredits(nano(payment.credits)),
    paid_at: payment.paidAt.toISOString(),
    charge_id: payment.chargeId,
    receipt_url: payment.receiptUrl,
    invoice_url: payment.invoiceUrl,
    refunded_cents: Number(payment.refundedCents),
    disputed_cents: Number(payment.disputedCents),
    refunds: refunds.map((refund) => ({
      id: refund.id,
      amount_cents: Number(refund.amountCents),
      credits: formatCredits(nano(refund.credits)),
      status: refund.status,
      refunded_at: refund.refundedAt.toISOString(),
    })),
    disputes: disputes.map((dispute) => ({
      id: dispute.id,
      amount_cents: Number(dispute.amountCents),
      credits: formatCredits(nano(dispute.credits)),
      status: dispute.status,
      reason: dispute.reason,
      opened_at: dispute.openedAt.toISOString(),
      is_back: dispute.reinstatedSeq !== null,
    })),
    transaction_id: transactionId({ accountId, unit: "credit", seq }),
    // An invoice that was paid outside of Stripe is its own payment.
    stripe_url: id === payment.invoiceId ? null : dashboardUrl(id),
  };
}

// The bonus of a contract refers to the invoice that its cash part does.
const PAYMENT_OF_ROW = `
SELECT id FROM payments WHERE account_id = $1::uuid AND seq = $2::bigint
UNION ALL SELECT payment_id FROM refunds WHERE account_id = $1::uuid AND $2::bigint IN (seq, returned_seq)
UNION ALL SELECT payment_id FROM disputes WHERE account_id = $1::uuid AND $2::bigint IN (withdrawn_seq, reinstated_seq)
UNION ALL SELECT p.id FROM transactions t JOIN payments p ON p.account_id = t.account_id AND p.invoice_id = t.ref_id
  WHERE t.account_id = $1::uuid AND t.unit = 'credit' AND t.seq = $2::bigint AND t.type = 'bonus_grant' AND t.ref_type = 'invoice'
LIMIT 1`;
