import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { type Reconciled, reconcileStripe } from "./reconcile-stripe";

/** Holds the books against Stripe because an operator asked for it. It is logged before it begins: what it asks of Stripe is no transaction. */
export async function reconcileByOperator(
  operator: Operator,
  { repair }: { repair: boolean },
): Promise<Reconciled> {
  await auditOperator(prisma(), operator, { action: "stripe.reconciled", details: { repair } });
  return reconcileStripe({ repair });
}
