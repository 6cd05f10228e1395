import { readDailyCosts } from "@/lib/ledger/read-daily-costs";
import { readWallets } from "@/lib/ledger/wallets";
import type { Context } from "@/lib/values/context";
import type { Nano } from "@/lib/values/money";
import { addDays, DAY_MS, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { forecastRunOut, WINDOW_DAYS } from "./rules/forecast";

/** When the credit runs out at this rate: UTC days; null for what lies more than a year ahead. */
export interface RunOutDays {
  low: UtcDay | null;
  middle: UtcDay | null;
  high: UtcDay | null;
}

/**
 * The days between which the account's available credit is used up, in four of five cases, by how it was used in the last eight weeks and by when its
 * grants expire. Null while there is less than a week to go by, or nothing was used.
 */
export async function readRunOut(ctx: Context, now: Date): Promise<RunOutDays | null> {
  const today = utcDay(now);
  const [{ credit }, days] = await Promise.all([
    readWallets(ctx),
    readDailyCosts(ctx, addDays(today, -WINDOW_DAYS), addDays(today, -1)),
  ]);
  const begun = days.findIndex(({ cost }) => cost !== 0n);
  const expiring = credit.lots.flatMap(({ remaining, expiresAt }) =>
    expiresAt === null
      ? []
      : [
          {
            amount: ecuOf(remaining),
            inDays: Math.ceil((expiresAt.getTime() - startOfDay(today).getTime()) / DAY_MS),
          },
        ],
  );
  const range = forecastRunOut({
    history: begun < 0 ? [] : days.slice(begun).map(({ cost }) => Math.max(0, ecuOf(cost))),
    todayLeft: 1 - (now.getTime() - startOfDay(today).getTime()) / DAY_MS,
    available: Math.max(0, ecuOf(credit.available)),
    expiring,
  });
  const dayOf = (inDays: number | null) => (inDays === null ? null : addDays(today, inDays));
  return range && { low: dayOf(range.low), middle: dayOf(range.middle), high: dayOf(range.high) };
}

/** An estimate may round: what it is of cannot. */
function ecuOf(amount: Nano): number {
  return Number(amount / 1_000n) / 1_000_000;
}
