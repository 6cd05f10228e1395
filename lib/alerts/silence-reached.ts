import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Nano } from "@/lib/values/money";
import { isReached, keyOf, levelOf, type Threshold } from "./rules/threshold";

/** Puts into the books, told to nobody, what is reached when somebody sets it: they see where the balance is. */
export async function silenceReached(
  tx: Tx,
  accountId: string,
  thresholds: readonly Threshold[],
): Promise<void> {
  const sql = sqlOf(tx);
  for (const threshold of thresholds) {
    const [wallet] = await sql.query<{ balance: Nano; allocation: Nano; allocation_seq: bigint }>(
      "SELECT balance, allocation, allocation_seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit",
      [accountId, threshold.unit],
    );
    if (!wallet || !isReached(threshold, wallet.balance, wallet.allocation)) continue;
    await sql.query(
      `INSERT INTO alert_crossings (account_id, unit, threshold, allocation_seq, level, allocation, balance)
       VALUES ($1::uuid, $2::wallet_unit, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING unit`,
      [
        accountId,
        threshold.unit,
        keyOf(threshold),
        wallet.allocation_seq,
        levelOf(threshold, wallet.allocation),
        wallet.allocation,
        wallet.balance,
      ],
    );
  }
}
