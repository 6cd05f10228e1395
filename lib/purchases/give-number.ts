import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { ReceiptSeries } from "./rules/receipt-number";

/**
 * Gives a row of the credit wallet the next number of a series, in the transaction that writes what it is the paper of. The counter is the last lock that such
 * a transaction takes: it is the whole installation's, and what is rolled back has taken no number.
 */
export async function giveNumber(
  tx: Tx,
  series: ReceiptSeries,
  accountId: string,
  seq: bigint,
): Promise<void> {
  await sqlOf(tx).query(
    `WITH next AS (
       UPDATE receipt_counters SET last_number = last_number + 1 WHERE series = $1::receipt_series RETURNING last_number
     )
     INSERT INTO receipt_numbers (account_id, seq, series, number)
     SELECT $2::uuid, $3::bigint, $1::receipt_series, last_number FROM next`,
    [series, accountId, seq],
  );
}
