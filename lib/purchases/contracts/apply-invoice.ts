import type Stripe from "stripe";
import type { Contract, ContractInvoice } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { isUuid } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { type ChargeFacts, chargeOf } from "../charge-of";
import { readIntent } from "../fulfil";
import { recordPayment } from "../record-payment";
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

/** The payment of an invoice; the invoice itself where it was paid outside of Stripe. */
async function paymentOf(invoice: Stripe.Invoice): Promise<Paid> {
  const paid = invoice.payments?.data.find(({ status }) => status === "paid")?.payment;
  const intentId = idOf(paid?.payment_intent);
  if (intentId !== null) return { paymentId: intentId, ...chargeOf(await readIntent(intentId)) };
  const paidAt = timeOf(invoice.status_transitions.paid_at ?? invoice.created);
  return { paymentId: invoice.id ?? "", chargeId: idOf(paid?.charge), receiptUrl: null, paidAt };
}

type Paid = ChargeFacts & { paymentId: string };

async function grant(tx: Tx, part: Part, invoice: Stripe.Invoice, paid: Paid): Promise<string> {
  const { accountId, contractId, no, contract } = part;
  const invoiceId = invoice.id ?? "";
  // An invoice that was settled outside of Stripe has moved no money there, and its sum is what it was for.
  const chargedCents = BigInt(invoice.amount_paid || invoice.total);
  const subtotal = BigInt(invoice.subtotal);
  const { paymentId, paidAt } = paid;
  await recordPayment(
    tx,
    {
      accountId,
      ...paid,
      kind: "contract",
      chargedCents,
      netCents: subtotal < chargedCents ? subtotal : chargedCents,
      currency: invoice.currency,
      credits: nano(part.credits),
      invoiceId,
      invoiceUrl: invoice.hosted_invoice_url ?? null,
      contractId,
    },
    {
      ...grantOf(part, invoiceId),
      type: "contract_grant",
      description: `Contract ${contract.name}: part ${no}, invoice ${invoiceId}`,
      idempotencyKey: `contract:${invoiceId}`,
    },
  );
  if (part.bonusCredits > 0n)
    await grantCredit(tx, {
      ...grantOf(part, invoiceId),
      accountId,
      unit: "credit",
      type: "bonus_grant",
      amount: nano(part.bonusCredits),
      description: `Contract ${contract.name}: bonus of part ${no}, invoice ${invoiceId}`,
      idempotencyKey: `contract_bonus:${invoiceId}`,
    });
  await save(tx, part, { status: "paid", stripeInvoiceId: invoiceId, paymentId, paidAt });
  return `granted ${contract.name}, part ${no}`;
}

function grantOf({ creditExpiresAt: expiresAt }: Part, invoiceId: string) {
  return { source: "stripe_webhook", expiresAt, refType: "invoice", refId: invoiceId } as const;
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
