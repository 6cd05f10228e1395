import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { prisma } from "@/lib/db/client";
import { formatAmount } from "@/lib/ledger/row";
import { accountsWithUsage, type Window } from "@/lib/metering/drafts/past-events";
import { forgetRateCards, rateCardOfVersion } from "@/lib/metering/rate-cards";
import type { LoadedCard } from "@/lib/metering/rules/price-event";
import { unitName } from "@/lib/values/display/unit";
import { UNITS } from "@/lib/values/ids";
import { startOfDay, startOfMonth, utcDay } from "@/lib/values/time";
import { readDailyRoom } from "../limits/daily-limit";
import { priceAgain, type PricedPage } from "./price-again";

/**
 * Works out what a re-rate would give back or charge to whom, call by call, and writes it down: what is approved is what stands here. Begun again
 * after any fault it begins anew.
 */
export async function previewReRate(id: string): Promise<void> {
  const reRate = await prisma().reRate.findUnique({ where: { id } });
  if (reRate?.status !== "previewing") return;
  forgetRateCards();
  const card = await rateCardOfVersion(reRate.version);
  if (!card) throw new Error(`there is no rate card ${reRate.version}`);
  await forget(id);
  const { fromAt: countFrom, untilAt: until } = reRate;
  // Tiers ask where the month stood before the first day.
  const window = { readFrom: startOfDay(startOfMonth(utcDay(countFrom))), countFrom, until };
  for await (const account of accountsWithUsage(reRate.accountId, window))
    await previewAccount(account.id, id, card, window);
  await finish(id, reRate.proposedBy);
}

async function forget(id: string): Promise<void> {
  await acrossAccounts(async (tx) => {
    await tx.reRateEvent.deleteMany({ where: { reRateId: id } });
    await tx.reRateAccount.deleteMany({ where: { reRateId: id } });
  });
}

async function previewAccount(
  accountId: string,
  id: string,
  card: LoadedCard,
  window: Window,
): Promise<void> {
  await priceAgain(accountId, card, window, (page) => keep(accountId, id, page));
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

async function keep(accountId: string, id: string, { changed, calls }: PricedPage): Promise<void> {
  await inAccount(accountId, async (tx) => {
    const sql = sqlOf(tx);
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
      const own = changed.filter((call) => call.unit === unit);
      const old = own.reduce((sum, { oldCharge }) => sum + oldCharge, 0n);
      const fresh = own.reduce((sum, { newCharge }) => sum + newCharge, 0n);
      await sql.query(SHARE, [accountId, id, unit, count.calls, own.length, count.leftOut, old, fresh]);
    }
  });
}

/** It waits for a second person, unless it moves more than its proposer may on a day. */
async function finish(id: string, proposedBy: string): Promise<void> {
  await acrossAccounts(async (tx) => {
    await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [proposedBy]);
    const shares = await tx.reRateAccount.findMany({ where: { reRateId: id } });
    const now = new Date();
    for (const unit of UNITS) {
      const size = shares
        .filter((share) => share.unit === unit)
        .reduce((sum, { oldCharge, newCharge }) => sum + abs(newCharge - oldCharge), 0n);
      const { limit, proposed } = await readDailyRoom(tx, proposedBy, unit);
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
