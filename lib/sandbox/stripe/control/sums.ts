import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** Cents of one account of the product. `disputed` is what disputes hold or have taken for good. */
export interface Sums {
  paid: number;
  refunded: number;
  disputed: number;
  payments: number;
}

/**
 * What was paid, refunded and disputed, by the value of a key in the metadata of the payment, or of its customer where
 * the payment has none; "" without either.
 */
export function sumsOf(tx: Tx, key: string): { accounts: Record<string, Sums>; total: Sums } {
  const accounts: Record<string, Sums> = {};
  const total = none();
  const lost = disputedCents(tx);
  for (const charge of tx.all("charge")) {
    if (charge.status !== "succeeded") continue;
    const intent = tx.get("payment_intent", idOf(charge.payment_intent) ?? "");
    const customer = tx.get("customer", idOf(charge.customer) ?? "");
    const account =
      intent?.metadata[key] ??
      charge.metadata[key] ??
      (customer && !customer.deleted ? customer.metadata[key] : undefined) ??
      "";
    for (const sums of [(accounts[account] ??= none()), total]) {
      sums.paid += charge.amount;
      sums.refunded += charge.amount_refunded;
      sums.disputed += lost.get(charge.id) ?? 0;
      sums.payments += 1;
    }
  }
  return { accounts, total };
}

function none(): Sums {
  return { paid: 0, refunded: 0, disputed: 0, payments: 0 };
}

/** What disputes have taken of each charge and not given back. */
function disputedCents(tx: Tx): Map<string, number> {
  const taken = new Map<string, number>();
  for (const dispute of tx.all("dispute")) {
    const moved = dispute.balance_transactions.reduce((sum, { amount }) => sum - amount, 0);
    const charge = idOf(dispute.charge);
    taken.set(charge, (taken.get(charge) ?? 0) + moved);
  }
  return taken;
}
