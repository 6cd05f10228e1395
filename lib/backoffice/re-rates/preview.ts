import type { Sql } from "@/lib/db/sql";
import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { prisma } from "@/lib/db/client";
import { formatAmount } from "@/lib/ledger/row";
import { accountsWithUsage } from "@/lib/metering/drafts/past-events";
import { forgetRateCards, rateCardOfVersion } from "@/lib/metering/rate-cards";
import { unitName } from "@/lib/values/display/unit";
import { newId, UNITS } from "@/lib/values/ids";
import { startOfDay, startOfMonth, utcDay } from "@/lib/values/time";
import { readDailyRoom } from "../limits/daily-limit";
import { priceAgain, type PricedPage } from "./price-again";

/**
 * Works out what a re-rate would give back or charge to whom, call by call, and writes it down: what is approved is what stands here. Begun again
 * after any fault it begins anew, and whoever was at it before writes nothing more: a worker that stood still may be taken for dead, and then two are at it.
 */
export async function previewReRate(id: string): Promise<void> {
  const reRate = await prisma().reRate.findUnique({ where: { id } });
  if (reRate?.status !== "previewing") return;
  forgetRateCards();
  const card = await rateCardOfVersion(reRate.version);
  if (!card) throw new Error(`there is no rate card ${reRate.version}`);
  const attempt = await begin(id);
  if (attempt === null) return;
  const { fromAt: countFrom, untilAt: until } = reRate;
  // Tiers ask where the month stood before the first day.
  const window = { readFrom: startOfDay(startOfMonth(utcDay(countFrom))), countFrom, until };
  for await (const account of accountsWithUsage(reRate.accountId, window))
    await priceAgain(account.id, card, window, (page) => keep(account.id, { id, attempt }, page));
  await finish({ id, attempt }, reRate.proposedBy);
}

interface Attempt {
  id: string;
  attempt: string;
}

/** Takes the preview over and forgets what others wrote of it; null when it is done. */
async function begin(id: string): Promise<string | null> {
  const attempt = newId();
  return acrossAccounts(async (tx) => {
    const { count } = await tx.reRate.updateMany({ where: { id, status: "previewing" }, data: { attempt } });
    if (count === 0) return null;
    await tx.reRateEvent.deleteMany({ where: { reRateId: id } });
    await tx.reRateAccount.deleteMany({ where: { reRateId: id } });
    return attempt;
  });
}

/** Keeps the preview with this attempt until the transaction ends. @throws Error when another one has taken it over */
async function holdOn(sql: Sql, { id, attempt }: Attempt, lock: "SHARE" | "UPDATE"): Promise<void> {
  const own = await sql.query(
    `SELECT id FROM re_rates WHERE id = $1::uuid AND attempt = $2::uuid AND status = 'previewing' FOR ${lock}`,
    [id, attempt],
  );
  if (own.length === 0)
    throw new Error(`the preview of re-rate ${id} was begun again, or ended, by somebody else`);
}

const EVENTS = `
INSERT INTO re_rate_events (account_id, re_rate_id, event_id, unit, old_charge, new_charge)
SELECT $1::uuid, $2::uuid, * FROM unnest($3::text[], $4::wallet_unit[], $5::bigint[], $6::bigint[]) RETURNING event_id`;

const SHARE = `
INSERT INTO re_rate_accounts AS share (account_id, re_rate_id, unit, calls, changed, left_out, old_charge, new_charge)
VALUES ($1::uuid, $2::uuid, $3::wallet_unit, $4::bigint, $5::bigint, $6::bigint, $7::bigint, $8::bigint)
ON CONFLICT (account_id, re_rate_id, unit) DO UPDATE SET calls = share.calls + excluded.calls, changed = share.changed + excluded.changed,
  left_out = share.left_out + excluded.left_out, old_charge = share.old_charge + excluded.old_charge,
  new_charge = share.new_charge + excluded.new_charge
RETURNING unit`;

async function keep(accountId: string, own: Attempt, { changed, calls }: PricedPage): Promise<void> {
  const { id } = own;
  await inAccount(accountId, async (tx) => {
    const sql = sqlOf(tx);
    await holdOn(sql, own, "SHARE");
    if (changed.length > 0)
      await sql.query(EVENTS, [
        accountId,
        id,
        changed.map(({ eventId }) => eventId),
        changed.map(({ unit }) => unit),
        changed.map(({ oldCharge }) => oldCharge.toString()),
        changed.map(({ newCharge }) => newCharge.toString()),
      ]);
    for (const [unit, count] of calls) {
      const ofUnit = changed.filter((call) => call.unit === unit);
      const old = ofUnit.reduce((sum, { oldCharge }) => sum + oldCharge, 0n);
      const fresh = ofUnit.reduce((sum, { newCharge }) => sum + newCharge, 0n);
      await sql.query(SHARE, [accountId, id, unit, count.calls, ofUnit.length, count.leftOut, old, fresh]);
    }
  });
}

/** It waits for a second person, unless it moves more than its proposer may on a day. */
async function finish(own: Attempt, proposedBy: string): Promise<void> {
  const { id } = own;
  await acrossAccounts(async (tx) => {
    await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [proposedBy]);
    await holdOn(sqlOf(tx), own, "UPDATE");
    const shares = await tx.reRateAccount.findMany({ where: { reRateId: id } });
    const now = new Date();
    for (const unit of UNITS) {
      const size = shares
        .filter((share) => share.unit === unit)
        .reduce((sum, { oldCharge, newCharge }) => sum + abs(newCharge - oldCharge), 0n);
      const { limit, proposed } = await readDailyRoom(sqlOf(tx), proposedBy, unit);
      if (proposed + size <= limit) continue;
      const words = unitName(unit);
      const note = `It moves more than its proposer may on a day, which is ${formatAmount(limit, unit)} ${words}.`;
      const withdrawn = { status: "withdrawn", note, decidedBy: proposedBy, decidedAt: now } as const;
      await tx.reRate.updateMany({
        where: { id, status: "previewing" },
        data: { ...withdrawn, previewedAt: now },
      });
      return;
    }
    await tx.reRate.updateMany({
      where: { id, status: "previewing" },
      data: { status: "proposed", previewedAt: now },
    });
  });
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
