import type Stripe from "stripe";
import { newId } from "../store/ids";
import type { Tx } from "../tx";

const DAYS_UNTIL_AVAILABLE = 2;
const DAY = 86_400;

/** Enters a movement into the account's balance: cents, negative when they leave. */
export function book(
  tx: Tx,
  entry: {
    amount: number;
    fee?: number;
    currency: string;
    source: string;
    type: Stripe.BalanceTransaction["type"];
    category: string;
    description: string | null;
  },
): Stripe.BalanceTransaction {
  const fee = entry.fee ?? 0;
  return tx.put("balance_transaction", {
    id: newId("txn"),
    object: "balance_transaction",
    amount: entry.amount,
    available_on: tx.now + DAYS_UNTIL_AVAILABLE * DAY,
    balance_type: "payments",
    created: tx.now,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: entry.currency,
              description: "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net: entry.amount - fee,
    reporting_category: entry.category,
    source: entry.source,
    status: "pending",
    type: entry.type,
  });
}

/** 2.9 % and 30 cents, rounded to the cent. */
export function feeOf(cents: number): number {
  return Number((BigInt(cents) * 29n + 500n) / 1000n) + 30;
}
