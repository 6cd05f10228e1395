import { audit } from "@/lib/accounts/audit";
import type { ReRate, ReRateAccount } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { formatAmount } from "@/lib/ledger/row";
import { systemContext } from "@/lib/values/context";
import { transactionId, UNITS, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { announce } from "@/lib/webhooks/announce";
import { tellCustomerLater } from "../tell-later";
import { burnedBy } from "./burned-by";
import { CORRECTED } from "./corrected";
import { rollUpShare } from "./roll-up";
import { reRatePosting } from "./rules/posting";

/** For a share of very many calls, which is posted whole or not at all. */
const LONGEST_MS = 300_000;

const TAKEN =
  "Some of these calls were priced anew by another re-rate, or put right by a correction, since. Propose it again for the rest.";

/**
 * Posts what an approved re-rate gives back to one account, or charges it: one row for each wallet, as it was previewed, once. Calls that another
 * re-rate has taken since, or a correction has put right, leave the whole share unposted.
 */
export async function postShare(id: string, accountId: string): Promise<void> {
  const reRate = await prisma().reRate.findUnique({ where: { id } });
  if (reRate?.status !== "approved") return;
  for (const unit of UNITS)
    await inAccount(accountId, (tx) => postUnit(tx, reRate, accountId, unit), LONGEST_MS);
}

async function postUnit(tx: Tx, reRate: ReRate, accountId: string, unit: Unit): Promise<void> {
  const { id } = reRate;
  // The wallet's lock: of two re-rates of the same calls the second one sees what the first has taken.
  const sql = sqlOf(tx);
  await sql.query(
    "SELECT seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE",
    [accountId, unit],
  );
  const key = { accountId_reRateId_unit: { accountId, reRateId: id, unit } };
  const share = await tx.reRateAccount.findUnique({ where: key });
  if (!share || share.settledAt !== null || share.changed === 0n) return;
  const settledAt = new Date();
  if (await anyTaken(tx, share)) {
    await tx.reRateAccount.update({ where: key, data: { settledAt, refused: TAKEN } });
    return;
  }
  await tx.reRateEvent.updateMany({ where: { accountId, reRateId: id, unit }, data: { isPosted: true } });
  const amount = nano(share.oldCharge - share.newCharge);
  if (amount === 0n) {
    await tx.reRateAccount.update({ where: key, data: { settledAt } });
    await rollUpShare(tx, { accountId, reRateId: id, unit, postedAt: settledAt });
    return;
  }
  const restores = amount > 0n ? await burnedBy(tx, { accountId, reRateId: id, unit }) : [];
  const [outcome] = await postWithin(tx, [reRatePosting({ ...reRate, accountId, unit, amount, restores })]);
  const [row] = postedOf(outcome).transactions;
  if (!row) throw new Error(`re-rate ${id} was posted without a row`);
  await tx.reRateAccount.update({ where: key, data: { settledAt, postedSeq: row.seq } });
  await rollUpShare(tx, { accountId, reRateId: id, unit, postedAt: row.createdAt });
  const transaction = transactionId(row);
  await audit(tx, systemContext(accountId, "re-rate"), {
    ...{ action: "re_rate.posted", subjectType: "re_rate", subjectId: id },
    details: { unit, amount: formatAmount(amount, unit), transaction, reason: reRate.reason },
  });
  await tellCustomerLater(tx, { accountId, about: "re_rate", id, unit });
  await announce(
    tx,
    accountId,
    "transaction.corrected",
    {
      ...{ unit, transaction_id: transaction, corrects: null, reason: reRate.reason },
      ...{ amount: formatAmount(amount, unit), balance_after: formatAmount(row.balanceAfter, unit) },
    },
    { cause: `${id}:${unit}` },
  );
}

async function anyTaken(tx: Tx, { accountId, reRateId, unit }: ReRateAccount): Promise<boolean> {
  const taken = await sqlOf(tx).query(
    `SELECT 1 FROM re_rate_events mine JOIN re_rate_events theirs ON theirs.account_id = mine.account_id AND theirs.event_id = mine.event_id
     WHERE mine.account_id = $1::uuid AND mine.re_rate_id = $2::uuid AND mine.unit = $3::wallet_unit
       AND theirs.is_posted AND theirs.re_rate_id <> mine.re_rate_id
     UNION ALL
     SELECT 1 FROM (${CORRECTED}) c JOIN re_rate_events mine ON mine.account_id = $1::uuid AND mine.event_id = c.event_id
     WHERE mine.re_rate_id = $2::uuid AND mine.unit = $3::wallet_unit LIMIT 1`,
    [accountId, reRateId, unit],
  );
  return taken.length > 0;
}
