import { transactionId, type Unit } from "@/lib/values/ids";
import { formatCredits, type Nano } from "@/lib/values/money";
import type { Transaction, TransactionRow } from "./types";

/** An amount at the edge: decimal ECU, or whole tool runs. */
export function formatAmount(amount: Nano, unit: Unit): string {
  return unit === "credit" ? formatCredits(amount) : amount.toString();
}

/** A ledger row as people and programs see it. */
export function rowOf(row: Transaction): TransactionRow {
  return {
    id: transactionId(row),
    created_at: row.createdAt.toISOString(),
    type: row.type,
    amount: formatAmount(row.amount, row.unit),
    balance_after: formatAmount(row.balanceAfter, row.unit),
    description: row.description,
    source: row.source,
    ref_type: row.refType,
    ref_id: row.refId,
    unit: row.unit,
  };
}
