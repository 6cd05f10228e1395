import type { Tx } from "@/lib/db/transaction";
import { announce } from "@/lib/webhooks/announce";
import type { Instance } from "./types";

const TYPES = {
  running: "instance.started",
  stopped: "instance.stopped",
  failed: "instance.interrupted",
  interrupted: "instance.interrupted",
} as const;

/** Tells the account's own systems that an instance runs, or how it ended: once each. */
export async function announceInstance(
  tx: Tx,
  instance: Pick<
    Instance,
    "accountId" | "id" | "kind" | "status" | "resourceKind" | "resourceId" | "hardware" | "units"
  >,
  at: Date,
  reason: string | null,
): Promise<void> {
  const { accountId, id, kind, status, resourceKind, resourceId, hardware, units } = instance;
  const data = {
    ...{ id, kind, status, hardware, units, reason },
    resource: resourceKind && resourceId ? `${resourceKind}/${resourceId}` : null,
    at: at.toISOString(),
  };
  await announce(tx, accountId, TYPES[status], data, { cause: id });
}
