import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";

/** Who watches a wallet: each has levels of its own, and knows nothing of the other's. */
type WatchOwner = "recharge" | "alerts";

/**
 * Names the levels of a wallet's balance below which it must not fall unnoticed: whatever posting takes it there leaves
 * the task `wallet.below` in its own commit. They replace those that the same owner named before; at most 32 of all owners
 * together. The wallet's head stays locked until the transaction ends, and its row is given back as it was found under
 * the lock: what fell before then was not seen by these levels.
 */
export async function watchBalance(
  tx: Tx,
  accountId: string,
  unit: Unit,
  owner: WatchOwner,
  levels: readonly Nano[],
): Promise<{ seq: bigint }> {
  const sql = sqlOf(tx);
  // The lock is a statement of its own, so that the union is read after whoever else was changing it.
  const [head] = await sql.query<{ seq: bigint }>(
    "SELECT seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE",
    [accountId, unit],
  );
  await sql.query(
    `INSERT INTO wallet_watches (account_id, unit, owner, levels) VALUES ($1::uuid, $2::wallet_unit, $3, $4::bigint[])
     ON CONFLICT (account_id, unit, owner) DO UPDATE SET levels = excluded.levels RETURNING owner`,
    [accountId, unit, owner, `{${levels.join(",")}}`],
  );
  await sql.query(
    `UPDATE wallets SET watch = ARRAY(
       SELECT DISTINCT unnest(levels) FROM wallet_watches WHERE account_id = $1::uuid AND unit = $2::wallet_unit ORDER BY 1
     ) WHERE account_id = $1::uuid AND unit = $2::wallet_unit RETURNING unit`,
    [accountId, unit],
  );
  return { seq: head?.seq ?? 0n };
}
