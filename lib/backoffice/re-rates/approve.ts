import { audit } from "@/lib/accounts/audit";
import { auditOperator } from "@/lib/accounts/audit-operator";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { UNITS } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { lockOperator, requireRoom } from "../limits/daily-limit";
import { lockOpenReRate } from "./lock-open";
import { digestOf } from "./rules/digest";

/**
 * Has what was previewed posted, account by account, by the worker. Once, however many approve it at the same moment.
 * @throws Refusal `forbidden` for who proposed it or is past their limit, `conflict` when it is decided, or the preview is not the one that was seen
 */
export async function approveReRate(
  operator: Operator,
  { id, digest }: { id: string; digest: string },
): Promise<void> {
  const { userId } = operator.actor;
  await acrossAccounts(async (tx) => {
    await lockOperator(tx, operator);
    const reRate = await lockOpenReRate(tx, id);
    if (reRate.status !== "proposed")
      throw new Refusal("conflict", "It is still being priced. Wait for the preview, and look at it.");
    if (reRate.proposedBy === userId)
      throw new Refusal("forbidden", "You proposed this yourself: another operator approves it.");
    const shares = await tx.reRateAccount.findMany({ where: { reRateId: id } });
    if (digestOf(shares) !== digest)
      throw new Refusal(
        "conflict",
        "The preview is not the one that you have seen. Reload, and look at it again.",
      );
    for (const unit of UNITS) {
      const own = shares.filter((share) => share.unit === unit);
      const size = own.reduce((sum, { oldCharge, newCharge }) => sum + difference(newCharge, oldCharge), 0n);
      if (size > 0n) await requireRoom(tx, operator, "approved", { unit, size });
    }
    await tx.reRate.update({
      where: { id },
      data: { status: "approved", decidedBy: userId, decidedAt: new Date() },
    });
    const accounts = [
      ...new Set(shares.filter(({ changed }) => changed > 0n).map(({ accountId }) => accountId)),
    ];
    if (reRate.accountId === null)
      await auditOperator(tx, operator, {
        ...{ action: "re_rate.approved", target: `re_rate:${id}` },
        details: { accounts: accounts.length, digest },
      });
    for (const accountId of accounts) {
      if (reRate.accountId !== null)
        await audit(tx, contextOfOperator(operator, accountId), {
          ...{ action: "re_rate.approved", subjectType: "re_rate", subjectId: id, details: { digest } },
        });
      await enqueue(tx, {
        ...{ accountId, task: "re_rates.post", jobKey: `re_rates.post:${id}:${accountId}` },
        payload: { id, accountId },
      });
    }
  });
}

function difference(left: bigint, right: bigint): bigint {
  return left > right ? left - right : right - left;
}
