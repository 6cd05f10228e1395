import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import type { StartTorture } from "./schema";

/** Has stored events of Stripe replayed on scratch books, by the worker. Gives the run's id. @throws Refusal `conflict` while one runs */
export async function startTorture(operator: Operator, { seed }: StartTorture): Promise<string> {
  const id = newId();
  await acrossAccounts(async (tx) => {
    await sqlOf(tx).query("SELECT pg_advisory_xact_lock(hashtext('torture_runs'))::text");
    const open = await tx.tortureRun.count({
      where: { endedAt: null, startedAt: { gt: new Date(Date.now() - 3_600_000) } },
    });
    if (open > 0) throw new Refusal("conflict", "A torture test is running already. Wait for it to end.");
    await tx.tortureRun.create({ data: { id, seed: BigInt(seed), startedBy: operator.actor.email } });
    await enqueue(tx, {
      accountId: null,
      task: "stripe.torture",
      jobKey: `torture:${id}`,
      payload: { runId: id },
    });
    await auditOperator(tx, operator, {
      action: "stripe.tortured",
      target: `torture_run:${id}`,
      details: { seed },
    });
  });
  return id;
}
