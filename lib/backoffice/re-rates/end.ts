import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { lockOpenReRate } from "./lock-open";

/**
 * Puts a re-rate away without posting anything: who proposed it takes it back, everybody else declines it.
 * @throws Refusal `not_found`, `conflict` when it is decided
 */
export async function endReRate(
  operator: Operator,
  { id, note }: { id: string; note: string },
): Promise<"withdrawn" | "declined"> {
  const { userId } = operator.actor;
  return acrossAccounts(async (tx) => {
    const { proposedBy, accountId, previewedAt } = await lockOpenReRate(tx, id);
    const status = proposedBy === userId ? "withdrawn" : "declined";
    const now = new Date();
    await tx.reRate.update({
      where: { id },
      data: { status, note, decidedBy: userId, decidedAt: now, previewedAt: previewedAt ?? now },
    });
    await auditOperator(tx, operator, {
      ...{ action: `re_rate.${status}`, accountId, target: `re_rate:${id}`, details: { note } },
    });
    return status;
  });
}
