import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { formatAmount } from "@/lib/ledger/row";
import { transactionId } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { announce } from "@/lib/webhooks/announce";
import { lockOperator, requireRoom } from "../limits/daily-limit";
import { tellCustomerLater } from "../tell-later";
import { lockOpen } from "./lock-open";
import { postingOf } from "./rules/posting";

/**
 * Posts what another operator has proposed, once, however many approve it at the same moment. Returns the transaction's id.
 * @throws Refusal `forbidden` for who proposed it or is past their limit, `conflict` when it is decided or its amount is not the one that was seen
 */
export async function approveAdjustment(
  operator: Operator,
  { accountId, id, amount: seen }: { accountId: string; id: string; amount: string },
): Promise<string> {
  const { userId } = operator.actor;
  return acrossAccounts(async (tx) => {
    await lockOperator(tx, operator);
    const proposal = await lockOpen(tx, accountId, id);
    const { unit, kind, reason, corrects, expiresAt } = proposal;
    const amount = nano(proposal.amount);
    if (proposal.proposedBy === userId)
      throw new Refusal("forbidden", "You proposed this yourself: another operator approves it.");
    if (formatAmount(amount, unit) !== seen)
      throw new Refusal(
        "conflict",
        "The amount is not the one that you have seen. Reload, and look at it again.",
      );
    if (expiresAt !== null && expiresAt <= new Date())
      throw new Refusal("conflict", "This credit would be expired already. Decline it, and propose it anew.");
    await requireRoom(tx, operator, "approved", { unit, size: amount < 0n ? -amount : amount });
    const [outcome] = await postWithin(tx, [postingOf({ ...proposal, amount })]);
    const [row] = postedOf(outcome).transactions;
    if (!row) throw new Error(`${kind} ${id} was posted without a row`);
    const transaction = transactionId(row);
    await tx.adjustment.update({
      where: { accountId_id: { accountId, id } },
      data: { status: "posted", decidedBy: userId, decidedAt: new Date(), postedSeq: row.seq },
    });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: `${kind}.approved`, subjectType: kind, subjectId: id },
      details: { unit, amount: seen, transaction, reason },
    });
    await tellCustomerLater(tx, { accountId, about: kind, id });
    if (kind === "correction")
      await announce(
        tx,
        accountId,
        "transaction.corrected",
        {
          ...{ unit, transaction_id: transaction, corrects: corrects === "" ? null : corrects },
          ...{ amount: seen, balance_after: formatAmount(row.balanceAfter, unit), reason },
        },
        { cause: id },
      );
    return transaction;
  });
}
