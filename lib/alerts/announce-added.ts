import type { Tx } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { transactionId, type Unit } from "@/lib/values/ids";
import { sub } from "@/lib/values/money";
import { announce } from "@/lib/webhooks/announce";
import type { AddedCredit } from "./read-progress";

/** Tells the account's own systems of credit that was added: once for each row. */
export async function announceAdded(
  tx: Tx,
  accountId: string,
  unit: Unit,
  added: readonly AddedCredit[],
): Promise<void> {
  for (const { seq, type, balanceBefore, balanceAfter } of added) {
    const data = {
      ...{ unit, type, transaction_id: transactionId({ accountId, unit, seq }) },
      amount: formatAmount(sub(balanceAfter, balanceBefore), unit),
      balance_after: formatAmount(balanceAfter, unit),
    };
    await announce(tx, accountId, "balance.added", data, { cause: `${unit}:${seq}` });
  }
}
