import { sqlOf, type Tx } from "@/lib/db/transaction";
import { notFound, Refusal } from "@/lib/values/refusal";
import { type Cycle, cycleOf, type Instance } from "./types";

/** A running instance with its open cycle. */
export interface Running {
  instance: Instance;
  cycle: Cycle;
}

/** Locks an instance until the transaction ends: whatever turns its cycles does that first. @throws Refusal `not_found` */
export async function lockInstance(tx: Tx, accountId: string, id: string): Promise<Instance> {
  await sqlOf(tx).query(
    "SELECT id FROM instances WHERE account_id = $1::uuid AND id = $2 FOR NO KEY UPDATE",
    [accountId, id],
  );
  const instance = await tx.instance.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!instance) throw notFound("instance");
  return instance;
}

/** The open cycle of a locked instance; null when it runs no more. */
export async function openCycle(tx: Tx, { accountId, id }: Instance): Promise<Cycle | null> {
  const row = await tx.instanceCycle.findFirst({ where: { accountId, instanceId: id, toAt: null } });
  return row && cycleOf(row);
}

/** Locks an instance that must run. @throws Refusal `not_found`, `conflict` */
export async function lockRunning(tx: Tx, accountId: string, id: string): Promise<Running> {
  const instance = await lockInstance(tx, accountId, id);
  const cycle = await openCycle(tx, instance);
  if (!cycle) {
    const when = instance.stoppedAt?.toISOString() ?? "before";
    throw new Refusal("conflict", `The instance is ${instance.status} since ${when}: it runs no more.`);
  }
  return { instance, cycle };
}
