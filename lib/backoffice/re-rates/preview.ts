import type { Sql } from "@/lib/db/sql";
import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { prisma } from "@/lib/db/client";
import { formatAmount } from "@/lib/ledger/row";
import { accountsWithUsage } from "@/lib/metering/drafts/past-events";
import { forgetRateCards, rateCardOfVersion } from "@/lib/metering/rate-cards";
import { unitName } from "@/lib/values/display/unit";
import { newId, type Unit, UNITS } from "@/lib/values/ids";
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
  const own = { id, attempt };
  for await (const account of accountsWithUsage(reRate.accountId, window)) {
    const shares = new Map<Unit, Share>();
    await priceAgain(account.id, card, window, async (page) => {
      addUp(shares, page);
      await keepCalls(account.id, own, page);
    });
    await keepShares(account.id, own, shares);
  }
  await finish(own, reRate.proposedBy);
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

/** What a re-rate does to a wallet of an account. */
interface Share {
  calls: bigint;
  changed: bigint;
  leftOut: bigint;
  oldCharge: bigint;
  newCharge: bigint;
}

/** Adds a page of calls to what is known of an account. */
function addUp(shares: Map<Unit, Share>, { changed, calls }: PricedPage): void {
  for (const [unit, count] of calls) {
    const share = shares.get(unit) ?? { calls: 0n, changed: 0n, leftOut: 0n, oldCharge: 0n, newCharge: 0n };
    shares.set(unit, share);
    share.calls += count.calls;
    share.leftOut += count.leftOut;
    for (const call of changed.filter((one) => one.unit === unit)) {
      share.changed += 1n;
      share.oldCharge += call.oldCharge;
      share.newCharge += call.newCharge;
    }
  }
}

async function keepCalls(accountId: string, own: Attempt, { changed }: PricedPage): Promise<void> {
  if (changed.length === 0) return;
  await inAccount(accountId, async (tx) => {
    await holdOn(sqlOf(tx), own, "SHARE");
    await sqlOf(tx).query(EVENTS, [
      accountId,
      own.id,
      changed.map(({ eventId }) => eventId),
      changed.map(({ unit }) => unit),
      changed.map(({ oldCharge }) => oldCharge.toString()),
      changed.map(({ newCharge }) => newCharge.toString()),
    ]);
  });
}

/** A share is written once, when all pages are known: the database lets nobody change its amounts. */
async function keepShares(accountId: string, own: Attempt, shares: ReadonlyMap<Unit, Share>): Promise<void> {
  await inAccount(accountId, async (tx) => {
    await holdOn(sqlOf(tx), own, "SHARE");
    for (const [unit, share] of shares)
      await tx.reRateAccount.create({ data: { accountId, reRateId: own.id, unit, ...share } });
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
