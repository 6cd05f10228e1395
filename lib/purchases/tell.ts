import { billingPeople } from "@/lib/accounts/billing-people";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { type LetterContent, writeLetter } from "@/lib/mail/letter";
import { queueEmail } from "@/lib/mail/queue-email";
import { transactionId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { disputeLetter, disputeOverLetter, failedLetter, receiptLetter, refundLetter } from "./letters";
import { actionContent, declinedContent, stoppedContent } from "./recharge/letters";
import { isOver } from "./rules/dispute-state";
import { receiptNumber, type ReceiptSeries } from "./rules/receipt-number";
import { writtenUsd } from "./rules/written";
import type { Telling } from "./tell-later";

/** Tells those who answer for an account's money what has happened to it. Once each, however often this runs. */
export async function tell({ accountId, about, id }: Telling): Promise<void> {
  const content = await inAccount(accountId, (tx) => CONTENT[about](tx, accountId, id));
  if (!content) return;
  const mail = await writeLetter({ template: `payment-${about}`, ...content });
  const people = await billingPeople(accountId);
  await inAccount(accountId, async (tx) => {
    for (const { userId, email } of people)
      await queueEmail(tx, {
        accountId,
        dedupeKey: `payment-${about}:${id}:${userId}`,
        recipient: email,
        mail,
      });
  });
}

type Content = Omit<LetterContent, "template">;

const CONTENT: Readonly<
  Record<Telling["about"], (tx: Tx, accountId: string, id: string) => Promise<Content | null>>
> = {
  receipt,
  failed,
  refund,
  dispute,
  dispute_over: disputeOver,
  recharge_declined: declinedContent,
  recharge_action: actionContent,
  recharge_stopped: stoppedContent,
};

const WHAT = {
  topup: "a top-up",
  auto_recharge: "an auto-recharge",
  contract: "a part of a contract",
} as const;

async function receipt(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const payment = await tx.payment.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!payment) return null;
  const [row] = await sqlOf(tx).query<{ balance_after: bigint; hash: Uint8Array }>(
    "SELECT balance_after, hash FROM transactions WHERE account_id = $1::uuid AND unit = 'credit' AND seq = $2::bigint",
    [accountId, payment.seq],
  );
  if (!row) return null;
  const { chargedCents, netCents, seq, kind } = payment;
  return receiptLetter({
    accountId,
    accountName: await nameOf(tx, accountId),
    number: await numberOf(tx, "receipt", accountId, seq),
    what: WHAT[kind],
    paid: writtenUsd(chargedCents),
    tax: chargedCents > netCents ? writtenUsd(chargedCents - netCents) : null,
    credits: formatCredits(nano(payment.credits)),
    balanceAfter: formatAmount(nano(row.balance_after), "credit"),
    transactionId: transactionId({ accountId, unit: "credit", seq }),
    seal: Buffer.from(row.hash).toString("hex"),
    paymentId: id,
  });
}

async function refund(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const found = await tx.refund.findUnique({
    where: { accountId_id: { accountId, id } },
    include: { payment: { select: { seq: true } } },
  });
  // Whose money came back meanwhile has nothing to wait for.
  if (!found || found.seq === null || found.returnedSeq !== null) return null;
  const [row] = await sqlOf(tx).query<{ balance_after: bigint }>(
    "SELECT balance_after FROM transactions WHERE account_id = $1::uuid AND unit = 'credit' AND seq = $2::bigint",
    [accountId, found.seq],
  );
  if (!row) return null;
  return refundLetter({
    accountId,
    accountName: await nameOf(tx, accountId),
    number: await numberOf(tx, "credit_note", accountId, found.seq),
    receipt: await numberOf(tx, "receipt", accountId, found.payment.seq),
    amount: writtenUsd(found.amountCents),
    credits: formatCredits(nano(found.credits)),
    balanceAfter: formatAmount(nano(row.balance_after), "credit"),
    transactionId: transactionId({ accountId, unit: "credit", seq: found.seq }),
  });
}

async function failed(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const purchase = await tx.purchase.findUnique({ where: { accountId_id: { accountId, id } } });
  // Money has the last word: what was paid after all has its receipt.
  if (purchase?.status !== "failed") return null;
  return failedLetter({
    accountId,
    accountName: await nameOf(tx, accountId),
    credits: formatCredits(nano(purchase.credits)),
    price: writtenUsd(purchase.amountCents),
  });
}

async function dispute(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const found = await tx.dispute.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!found || found.withdrawnSeq === null) return null;
  return disputeLetter({
    accountId,
    accountName: await nameOf(tx, accountId),
    amount: writtenUsd(found.amountCents),
    credits: formatCredits(nano(found.credits)),
    reason: found.reason,
    transactionId: transactionId({ accountId, unit: "credit", seq: found.withdrawnSeq }),
  });
}

async function disputeOver(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const found = await tx.dispute.findUnique({ where: { accountId_id: { accountId, id } } });
  // An appeal opens it again.
  if (!found || found.withdrawnSeq === null || !isOver(found.status, found.reinstatedSeq !== null))
    return null;
  return disputeOverLetter({
    accountId,
    accountName: await nameOf(tx, accountId),
    amount: writtenUsd(found.amountCents),
    credits: formatCredits(nano(found.credits)),
    isBack: found.reinstatedSeq !== null,
    transactionId: transactionId({
      accountId,
      unit: "credit",
      seq: found.reinstatedSeq ?? found.withdrawnSeq,
    }),
  });
}

async function numberOf(tx: Tx, series: ReceiptSeries, accountId: string, seq: bigint): Promise<string> {
  const { number } = await tx.receiptNumber.findUniqueOrThrow({
    where: { accountId_seq: { accountId, seq } },
  });
  return receiptNumber(series, number);
}

async function nameOf(tx: Tx, accountId: string): Promise<string> {
  return (await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } })).name;
}
