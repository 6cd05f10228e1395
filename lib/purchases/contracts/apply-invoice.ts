import type Stripe from "stripe";
import type { Contract, ContractInvoice } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { isUuid } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { idOf, stripe, timeOf } from "../stripe";

type Part = ContractInvoice & { contract: Contract };

/**
 * Brings what Stripe says of a contract's invoice into the books: a paid one grants its credit and its bonus, once,
 * however often this is called. Answers what it did, for the operator; null for an invoice that is of no contract.
 */
export async function applyContractInvoice(invoiceId: string): Promise<string | null> {
  const invoice = await stripe().invoices.retrieve(invoiceId, { expand: ["payments"] });
  const { account_id: accountId, contract_id: contractId, no } = invoice.metadata ?? {};
  if (!accountId || !contractId || !isUuid(accountId) || !isUuid(contractId)) return null;
  const payment = invoice.status === "paid" ? await paymentOf(invoice) : null;
  return inAccount(accountId, async (tx) => {
    // One at a time: the webhook and reconciliation may come at once.
    await sqlOf(tx).query(
      "SELECT no FROM contract_invoices WHERE account_id = $1::uuid AND contract_id = $2::uuid AND no = $3::int FOR UPDATE",
      [accountId, contractId, Number(no)],
    );
    const part = await tx.contractInvoice.findUnique({
      where: { accountId_contractId_no: { accountId, contractId, no: Number(no) } },
      include: { contract: true },
    });
    if (!part) return null;
    if (part.status === "paid") return "was granted before";
    if (payment) return grant(tx, part, invoice, payment);
    if (invoice.status !== "void" || part.status === "void") return `is ${invoice.status ?? "not finished"}`;
    await save(tx, part, { status: "void", stripeInvoiceId: invoiceId });
    return "is void now: nothing is granted for it";
  });
}

interface Paid {
  id: string;
  chargeId: string | null;
  receiptUrl: string | null;
}

/** The payment of an invoice; its own id where it was paid outside of Stripe. */
async function paymentOf(invoice: Stripe.Invoice): Promise<Paid> {
  const paid = invoice.payments?.data.find(({ status }) => status === "paid")?.payment;
  const intentId = idOf(paid?.payment_intent);
  if (intentId === null) return { id: invoice.id ?? "", chargeId: idOf(paid?.charge), receiptUrl: null };
  const intent = await stripe().paymentIntents.retrieve(intentId, { expand: ["latest_charge"] });
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge;
  return { id: intentId, chargeId: idOf(intent.latest_charge), receiptUrl: charge?.receipt_url ?? null };
}

async function grant(tx: Tx, part: Part, invoice: Stripe.Invoice, paid: Paid): Promise<string> {
  const { accountId, contractId, credits, bonusCredits, creditExpiresAt: expiresAt, contract } = part;
  const invoiceId = invoice.id ?? "";
  const common = {
    accountId,
    unit: "credit" as const,
    source: "stripe_webhook" as const,
    expiresAt,
    refType: "stripe_invoice",
    refId: invoiceId,
  };
  const postings = [
    grantPosting({
      ...common,
      type: "contract_grant",
      amount: nano(credits),
      description: `Contract ${contract.name}: part ${part.no}, invoice ${invoiceId}`,
      idempotencyKey: `contract:${invoiceId}`,
    }),
    ...(bonusCredits > 0n
      ? [
          grantPosting({
            ...common,
            type: "bonus_grant",
            amount: nano(bonusCredits),
            description: `Contract ${contract.name}: bonus of part ${part.no}, invoice ${invoiceId}`,
            idempotencyKey: `contract_bonus:${invoiceId}`,
          }),
        ]
      : []),
  ];
  const [outcome, ...more] = await postWithin(tx, postings);
  more.forEach(postedOf);
  const row = postedOf(outcome).transactions[0];
  if (!row) throw new Error("a contract's grant was posted without a row");
  const paidAt = timeOf(invoice.status_transitions.paid_at ?? invoice.created);
  await tx.payment.create({
    data: {
      accountId,
      id: paid.id,
      kind: "contract",
      // An invoice that was settled outside of Stripe has moved no money there, and its sum is what it was for.
      chargedCents: BigInt(invoice.amount_paid || invoice.total),
      netCents: BigInt(Math.min(invoice.subtotal, invoice.amount_paid || invoice.total)),
      currency: invoice.currency,
      credits,
      seq: row.seq,
      grantNo: row.lots[0]?.[0] ?? null,
      chargeId: paid.chargeId,
      receiptUrl: paid.receiptUrl,
      invoiceId,
      invoiceUrl: invoice.hosted_invoice_url ?? null,
      contractId,
      paidAt,
    },
  });
  await save(tx, part, { status: "paid", stripeInvoiceId: invoiceId, paymentId: paid.id, paidAt });
  return `granted ${part.contract.name}, part ${part.no}`;
}

async function save(
  tx: Tx,
  { accountId, contractId, no }: Part,
  data: Partial<ContractInvoice>,
): Promise<void> {
  await tx.contractInvoice.update({
    where: { accountId_contractId_no: { accountId, contractId, no } },
    data,
  });
}
