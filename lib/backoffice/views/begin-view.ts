import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";

/** A view ends by itself, so that nobody forgets one over night. */
const LASTS_MS = 60 * 60 * 1_000;

/**
 * Lets an operator see an account as its people do, in this session and for an hour. It stands in the account's own log, with the reason.
 * @throws Refusal `not_found`
 */
export async function beginView(
  operator: Operator,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<void> {
  const { userId: operatorId, sessionId } = operator.actor;
  const startedAt = new Date();
  await inAccount(accountId, async (tx) => {
    if (!(await tx.account.findUnique({ where: { id: accountId } }))) throw notFound("account");
    // Of two tabs that begin at once the second ends what the first began.
    await sqlOf(tx).query("SELECT id FROM sessions WHERE id = $1::uuid FOR NO KEY UPDATE", [sessionId]);
    await tx.operatorView.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt: startedAt } });
    const id = newId();
    const expiresAt = new Date(startedAt.getTime() + LASTS_MS);
    await tx.operatorView.create({
      data: { id, operatorId, sessionId, accountId, reason, startedAt, expiresAt },
    });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: "account.viewed", subjectType: "view", subjectId: id, details: { reason } },
    });
  });
}

/** Ends what the session views; nothing where it views nothing. */
export async function endView(operator: Operator): Promise<{ accountId: string | null }> {
  const { sessionId, userId: operatorId } = operator.actor;
  const open = await prisma().operatorView.findFirst({ where: { sessionId, operatorId, endedAt: null } });
  if (!open) return { accountId: null };
  const { accountId, id } = open;
  await inAccount(accountId, async (tx) => {
    const { count } = await tx.operatorView.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 1)
      await audit(tx, contextOfOperator(operator, accountId), {
        ...{ action: "account.view_ended", subjectType: "view", subjectId: id },
      });
  });
  return { accountId };
}
