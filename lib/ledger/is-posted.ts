import { sqlOf, type Tx } from "@/lib/db/transaction";

/** True when the books have a row under this key: a request that was answered once is answered so again, whatever the time is now. */
export async function isPosted(tx: Tx, accountId: string, idempotencyKey: string): Promise<boolean> {
  const found = await sqlOf(tx).query(
    "SELECT seq FROM transactions WHERE account_id = $1::uuid AND idempotency_key = $2",
    [accountId, idempotencyKey],
  );
  return found.length > 0;
}
