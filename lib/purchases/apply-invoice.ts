import type Stripe from "stripe";
import { inAccount } from "@/lib/db/transaction";
import { isUuid } from "@/lib/values/ids";
import { type Applied, applied, ignored } from "./applied";
import { applyContractInvoice } from "./contracts/apply-invoice";
import { idOf, stripe } from "./stripe";

/** Brings the books to where an invoice is: that of a contract grants its credit, that of a purchase is shown beside its payment. */
export async function applyInvoice(invoiceId: string): Promise<Applied> {
  const invoice = await stripe().invoices.retrieve(invoiceId, { expand: ["payments"] });
  const {
    account_id: accountId = "",
    contract_id: contract,
    purchase_id: purchase = "",
  } = invoice.metadata ?? {};
  if (!isUuid(accountId)) return ignored("The invoice names no account.");
  if (!contract) return attach(accountId, purchase, invoice);
  const outcome = await applyContractInvoice(invoiceId);
  return outcome === null
    ? ignored("The invoice is of no contract of this installation's.")
    : applied(accountId, `The invoice ${outcome}.`);
}

async function attach(accountId: string, purchaseId: string, invoice: Stripe.Invoice): Promise<Applied> {
  if (!isUuid(purchaseId)) return ignored("The invoice names nothing that it is for.");
  const { count } = await inAccount(accountId, (tx) =>
    tx.payment.updateMany({
      where: { accountId, purchaseId },
      data: { invoiceId: invoice.id ?? null, invoiceUrl: invoice.hosted_invoice_url ?? null },
    }),
  );
  return count > 0
    ? applied(accountId, "The invoice stands beside its payment.")
    : ignored("The purchase is not paid yet; its invoice is found with its payment.");
}

/** The contract's invoice that an intent paid, granted if it is not yet. False where there is none. */
export async function applyPaidInvoiceOf(intentId: string): Promise<boolean> {
  const { data } = await stripe().invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: intentId },
    limit: 1,
  });
  const invoiceId = idOf(data[0]?.invoice);
  return invoiceId !== null && (await applyContractInvoice(invoiceId)) !== null;
}
