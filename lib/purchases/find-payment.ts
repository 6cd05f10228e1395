import type { Payment } from "@/lib/db/generated/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { applyPaidInvoiceOf } from "./apply-invoice";
import { fulfil } from "./fulfil";

/**
 * The payment behind an intent, wherever it is; credited first if its own news has not come yet, because refunds may overtake. Null for money
 * that is none of this installation's.
 */
export async function findPayment(intentId: string): Promise<Payment | null> {
  const known = await lookUp(intentId);
  if (known) return known;
  const fulfilment = await fulfil(intentId);
  if (fulfilment.state === "ignored" && !(await applyPaidInvoiceOf(intentId))) return null;
  return lookUp(intentId);
}

// Refunds and disputes do not say whose they are.
function lookUp(id: string): Promise<Payment | null> {
  return acrossAccounts((tx) => tx.payment.findFirst({ where: { id } }));
}
