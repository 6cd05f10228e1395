import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";

/** Has the account looked at by the worker. */
export function evaluateLater(tx: Tx, accountId: string): Promise<void> {
  return enqueue(tx, {
    accountId,
    task: "recharge.evaluate",
    jobKey: `recharge.evaluate:${accountId}`,
    payload: { accountId },
  });
}
