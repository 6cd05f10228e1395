import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";

/**
 * Names the levels of a wallet's balance below which it must not fall unnoticed: whatever posting takes it there leaves
 * the task `wallet.below` in its own commit. The levels replace those of before; at most 32.
 */
export async function watchBalance(
  tx: Tx,
  accountId: string,
  unit: Unit,
  levels: readonly Nano[],
): Promise<void> {
  await sqlOf(tx).query(
    "UPDATE wallets SET watch = $3::bigint[] WHERE account_id = $1::uuid AND unit = $2::wallet_unit RETURNING unit",
    [accountId, unit, `{${levels.join(",")}}`],
  );
}
