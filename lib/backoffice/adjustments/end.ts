import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { lockOpen } from "./lock-open";

/**
 * Puts a proposal away without posting it: who made it takes it back, everybody else declines it.
 * @throws Refusal `not_found`, `conflict` when it is decided
 */
export async function endAdjustment(
  operator: Operator,
  { accountId, id, note }: { accountId: string; id: string; note: string },
): Promise<"withdrawn" | "declined"> {
  const { userId } = operator.actor;
  return inAccount(accountId, async (tx) => {
    const { proposedBy, kind } = await lockOpen(tx, accountId, id);
    const status = proposedBy === userId ? "withdrawn" : "declined";
    await tx.adjustment.update({
      where: { accountId_id: { accountId, id } },
      data: { status, note, decidedBy: userId, decidedAt: new Date() },
    });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: `${kind}.${status}`, subjectType: kind, subjectId: id, details: { note } },
    });
    return status;
  });
}
