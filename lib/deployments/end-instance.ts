import type { Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { announceInstance } from "./announce-instance";
import { setStatusWithin } from "./set-status";
import { tellLater } from "./tell-later";
import { turnCycle } from "./turn-cycle";
import type { Running } from "./instance-state";

/** How an instance ended. */
export interface Ending {
  status: "stopped" | "failed" | "interrupted";
  at: Date;
  reason: string;
}

/** Ends a locked, running instance: settles its open cycle and takes its resource out of service. */
export async function endInstance(
  tx: Tx,
  ctx: Context,
  { instance, cycle }: Running,
  { status, at, reason }: Ending,
): Promise<void> {
  const { accountId, id, resourceKind, resourceId } = instance;
  await turnCycle(tx, ctx, instance, cycle, at, null);
  await tx.instance.update({
    where: { accountId_id: { accountId, id } },
    data: { status, stoppedAt: at, nextCycleAt: null, stopReason: reason },
  });
  await announceInstance(tx, { ...instance, status }, at, reason);
  if (status === "interrupted") await tellLater(tx, { accountId, about: "interrupted", id });
  if (resourceKind === null || resourceId === null) return;
  const others = await tx.instance.count({
    where: { accountId, resourceKind, resourceId, status: "running" },
  });
  if (others > 0) return;
  await setStatusWithin(tx, ctx, {
    kind: resourceKind,
    id: resourceId,
    status: status === "failed" ? "failed" : "undeployed",
    note: reason || `Instance #${id} ${status}`,
    at,
    // Who was told that it was interrupted need not hear it twice.
    quiet: status === "interrupted",
    late: true,
  });
}
