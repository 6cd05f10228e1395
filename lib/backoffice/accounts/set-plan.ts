import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { notFound } from "@/lib/values/refusal";

/** Writes down what was agreed with an account, in words. Prices are on its rate card. @throws Refusal `not_found` */
export async function setPlan(
  operator: Operator,
  { accountId, name, note }: { accountId: string; name: string; note: string },
): Promise<void> {
  const data = { name, note, setBy: operator.actor.email, setAt: new Date() };
  await inAccount(accountId, async (tx) => {
    if (!(await tx.account.findUnique({ where: { id: accountId } }))) throw notFound("account");
    await tx.accountPlan.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: "account.plan_set", subjectType: "plan", subjectId: name, details: { name, note } },
    });
  });
}
