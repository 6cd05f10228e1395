import { readDailyBalances } from "@/lib/ledger/read-daily-balances";
import type { Context } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { addDays, type UtcDay, utcDay } from "@/lib/values/time";
import { readForecastInput } from "./forecast-input";
import { daysOf, type RunOutDays } from "./read-run-out";
import { forecastCredit } from "./rules/forecast";

/** Longer than this nobody draws it. */
const DRAWN_DAYS = 120;
const PAST_DAYS = 30;

/** A grant that ends, as people see it. */
export interface ExpiringView {
  /** ECU. */
  remaining: string;
  expiresAt: Date;
  /** ECU that will be left of it at this rate, as an estimate; null where nobody can tell. */
  likelyUnused: string | null;
}

/** How the balance came to be what it is, and how it goes on. */
export interface CreditForecast {
  /** ECU at the end of each UTC day, oldest first; the last one is now. */
  past: { day: UtcDay; balance: string }[];
  runOut: RunOutDays | null;
  /** What may be available at the end of each day, today first, as estimates in ECU. */
  ahead: { day: UtcDay; low: number; middle: number; high: number }[];
  expiring: ExpiringView[];
}

/** The last 30 days of the balance, and the next 120 as a range that holds four of five cases. */
export async function readForecast(ctx: Context, now: Date): Promise<CreditForecast> {
  const today = utcDay(now);
  const [{ input, expiring }, past] = await Promise.all([
    readForecastInput(ctx, now),
    readDailyBalances(ctx, addDays(today, -PAST_DAYS), today),
  ]);
  const forecast = forecastCredit(input, DRAWN_DAYS);
  return {
    past: past.map(({ day, balance }) => ({ day, balance: formatCredits(balance) })),
    runOut: forecast && daysOf(forecast.runOut, now),
    ahead: (forecast?.left ?? []).map(({ low, middle, high }, inDays) => ({
      day: addDays(today, inDays),
      low: rounded(low),
      middle: rounded(middle),
      high: rounded(high),
    })),
    expiring: expiring.map(({ remaining, expiresAt }, index) => ({
      remaining: formatCredits(remaining),
      expiresAt,
      likelyUnused: forecast ? rounded(forecast.unused[index] ?? 0).toString() : null,
    })),
  };
}

// Two decimals are more than an estimate knows.
function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}
