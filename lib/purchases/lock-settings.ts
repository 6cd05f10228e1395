import { sqlOf, type Tx } from "@/lib/db/transaction";

/** Locks an account's auto-recharge. It comes first wherever it is taken: before the attempt, the payment and the wallet's head. */
export async function lockSettings(tx: Tx, accountId: string): Promise<void> {
  await sqlOf(tx).query("SELECT is_on FROM recharge_settings WHERE account_id = $1::uuid FOR UPDATE", [
    accountId,
  ]);
}
