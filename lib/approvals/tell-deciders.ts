import { billingPeople } from "@/lib/accounts/billing-people";
import type { Approval, Prisma } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { approvalAskedMail } from "@/lib/mail/letters";
import type { Mail } from "@/lib/mail/mail";
import { queueEmail } from "@/lib/mail/queue-email";
import { formatAmount } from "@/lib/ledger/row";
import { unitName } from "@/lib/values/display/unit";
import { nano } from "@/lib/values/money";
import { urlOf } from "./approval-answer";

/** What those who may decide are told, and by which mail. */
export interface Notice {
  people: readonly { userId: string; email: string }[];
  mail: Mail;
}

type Request = Prisma.ApprovalUncheckedCreateInput & { id: string; kind: Approval["kind"] };

/** A request with a way back has a person on the way to its page. Of any other, those who may decide are told by mail. */
export async function noticeOf(request: Request): Promise<Notice | null> {
  if (request.returnUrl != null) return null;
  const { accountId, id, kind, title, requestedBy, unit = "credit", amount } = request;
  const people = await billingPeople(accountId);
  const { name: accountName } = await inAccount(accountId, (tx) =>
    tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } }),
  );
  const mail = await approvalAskedMail({
    kind,
    title,
    requestedBy,
    amount: `${formatAmount(nano(BigInt(amount)), unit)} ${unitName(unit)}`,
    url: urlOf({ id, accountId }),
    accountId,
    accountName,
  });
  return { people, mail };
}

/** Queues the mails in the commit that keeps the request. */
export async function tellDeciders(
  tx: Tx,
  { accountId, id }: Request,
  { people, mail }: Notice,
): Promise<void> {
  for (const { userId, email } of people)
    await queueEmail(tx, { accountId, dedupeKey: `approval:${id}:${userId}`, recipient: email, mail });
}
