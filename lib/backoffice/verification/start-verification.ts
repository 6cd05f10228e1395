import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";

/** Has the books verified now, by the worker. Gives the run's id. @throws Refusal `conflict` while one runs */
export async function startVerification(operator: Operator): Promise<string> {
  const id = newId();
  await acrossAccounts(async (tx) => {
    const begun = await sqlOf(tx).query(
      `INSERT INTO verifications (id, started_by) VALUES ($1::uuid, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [id, operator.actor.email],
    );
    if (begun.length === 0)
      throw new Refusal("conflict", "The books are being verified already. Wait for this run to end.");
    const payload = { verificationId: id };
    await enqueue(tx, { accountId: null, task: "ledger.verify", jobKey: `verify:${id}`, payload });
    await auditOperator(tx, operator, { action: "ledger.verified", target: `verification:${id}` });
  });
  return id;
}
