import { billingPeople } from "@/lib/accounts/billing-people";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { type LetterContent, writeLetter } from "@/lib/mail/letter";
import { queueEmail } from "@/lib/mail/queue-email";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { adjustmentLetter, reRateLetter } from "./letters";
import type { CustomerTelling } from "./tell-later";

type Content = Omit<LetterContent, "template">;

/** Tells those who answer for an account's money what operators have changed. Once each, however often this runs. */
export async function tellCustomer({ accountId, about, id, unit }: CustomerTelling): Promise<void> {
  const content = await inAccount(accountId, (tx) =>
    about === "re_rate" ? ofReRate(tx, accountId, id, unit) : ofAdjustment(tx, accountId, id),
  );
  if (!content) return;
  const mail = await writeLetter({ template: `backoffice-${about}`, ...content });
  const people = await billingPeople(accountId);
  await inAccount(accountId, async (tx) => {
    for (const { userId, email } of people) {
      const dedupeKey = [`backoffice-${about}`, accountId, id, userId, ...(unit ? [unit] : [])].join(":");
      await queueEmail(tx, { accountId, dedupeKey, recipient: email, mail });
    }
  });
}

async function ofAdjustment(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const found = await tx.adjustment.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!found || found.postedSeq === null) return null;
  const { kind, unit, amount, reason, postedSeq: seq, expiresAt } = found;
  return adjustmentLetter({
    ...{ accountId, kind, unit, reason, expiresAt },
    accountName: await nameOf(tx, accountId),
    amount: formatAmount(nano(amount), unit),
    balanceAfter: await balanceAfter(tx, accountId, unit, seq),
    transactionId: transactionId({ accountId, unit, seq }),
  });
}

async function ofReRate(
  tx: Tx,
  accountId: string,
  id: string,
  unit: Unit | undefined,
): Promise<Content | null> {
  const reRate = await tx.reRate.findUnique({ where: { id } });
  const shares = await tx.reRateAccount.findMany({
    where: { accountId, reRateId: id, postedSeq: { not: null }, ...(unit && { unit }) },
    orderBy: { unit: "asc" },
  });
  if (!reRate || shares.length === 0) return null;
  const rows = shares.flatMap(({ unit, oldCharge, newCharge, changed, postedSeq: seq }) =>
    seq === null
      ? []
      : [
          {
            ...{ unit, calls: changed.toString() },
            amount: formatAmount(nano(oldCharge - newCharge), unit),
            transactionId: transactionId({ accountId, unit, seq }),
          },
        ],
  );
  return reRateLetter({
    ...{ accountId, reason: reRate.reason, rows },
    accountName: await nameOf(tx, accountId),
    from: utcDay(reRate.fromAt),
    to: utcDay(new Date(reRate.untilAt.getTime() - 1)),
  });
}

async function balanceAfter(tx: Tx, accountId: string, unit: Unit, seq: bigint): Promise<string> {
  const [row] = await sqlOf(tx).query<{ balance_after: bigint }>(
    "SELECT balance_after FROM transactions WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND seq = $3::bigint",
    [accountId, unit, seq],
  );
  if (!row) throw new Error(`there is no row ${seq} of ${accountId}`);
  return formatAmount(nano(row.balance_after), unit);
}

async function nameOf(tx: Tx, accountId: string): Promise<string> {
  return (await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } })).name;
}
