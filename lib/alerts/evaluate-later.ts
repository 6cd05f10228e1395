import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import type { Unit } from "@/lib/values/ids";

/** Has a wallet looked at by the worker, by thresholds as they are when the transaction has ended. */
export function evaluateLater(tx: Tx, accountId: string, unit: Unit): Promise<void> {
  return enqueue(tx, {
    accountId,
    task: "alerts.evaluate",
    jobKey: `alerts.evaluate:${accountId}:${unit}`,
    payload: { accountId, unit },
  });
}
