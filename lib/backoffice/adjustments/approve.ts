import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf, type Tx } from "@/lib/db/transaction";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { restorableWithin, withoutExpired } from "@/lib/ledger/restorable";
import { formatAmount } from "@/lib/ledger/row";
import type { Lot } from "@/lib/ledger/types";
import { transactionId, type Unit } from "@/lib/values/ids";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { announce } from "@/lib/webhooks/announce";
import { lockOperator, requireRoom } from "../limits/daily-limit";
import { tellCustomerLater } from "../tell-later";
import { lockOpen } from "./lock-open";
import { requireSeen, rowNamed } from "./others";
import { postingOf } from "./rules/posting";

/**
 * Posts what another operator has proposed, once, however many approve it at the same moment. Returns the transaction's id.
 * @throws Refusal `forbidden` for who proposed it or is past their limit, `conflict` when it is decided, or its amount or what else puts the
 * same row right is not what was seen
 * @param at when it was approved, for a history that is brought over; else it is now
 */
export async function approveAdjustment(
  operator: Operator,
  {
    accountId,
    id,
    amount: seen,
    others = [],
  }: { accountId: string; id: string; amount: string; others?: readonly string[] },
  at?: Date,
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
    const now = at ?? new Date();
    if (expiresAt !== null && expiresAt <= now)
      throw new Refusal("conflict", "This credit would be expired already. Decline it, and propose it anew.");
    await requireRoom(tx, operator, "approved", { unit, size: amount < 0n ? -amount : amount });
    await requireSeen(tx, proposal, others);
    const restores = await restoresOf(tx, { ...proposal, amount }, now);
    const [outcome] = await postWithin(tx, [
      { ...postingOf({ ...proposal, amount, restores }), ...(at && { at }) },
    ]);
    const [row] = postedOf(outcome).transactions;
    if (!row) throw new Error(`${kind} ${id} was posted without a row`);
    const transaction = transactionId(row);
    await tx.adjustment.update({
      where: { accountId_id: { accountId, id } },
      data: { status: "posted", decidedBy: userId, decidedAt: now, postedSeq: row.seq },
    });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: `${kind}.approved`, subjectType: kind, subjectId: id, at },
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

/** A charge that is given back goes where it was taken: paid credit stays paid. What is above it, or names no charge, is a gift. */
async function restoresOf(
  tx: Tx,
  { accountId, unit, amount, corrects }: { accountId: string; unit: Unit; amount: Nano; corrects: string },
  now: Date,
): Promise<Lot[] | undefined> {
  if (amount < ZERO) return undefined;
  const row = await rowNamed(sqlOf(tx), { accountId, unit, corrects });
  if (!row || row.amount > ZERO) return undefined;
  return withoutExpired(await restorableWithin(tx, { accountId, unit, seqs: [row.seq] }), now);
}
