import type { Operator } from "@/lib/accounts/operator";
import { readMarginTrend, type TrendPoint } from "@/lib/metering/margin-trend";
import { type CreditNow, readCreditNow } from "@/lib/reports/liability/read-now";
import type { Month } from "@/lib/reports/liability/rules/pools";
import { utcDay } from "@/lib/values/time";

/** What finance asks first: credit as the liability report has it, and use as the trend of margins has it, by month, the newest last. */
export interface Finance {
  /** The month that goes on, of UTC days. */
  month: Month;
  credit: CreditNow;
  trend: readonly TrendPoint[];
}

/** Reads both from rollups and heads: no row of usage, and of the ledger only what was sold in the month. */
export async function readFinance(_operator: Operator, now = new Date()): Promise<Finance> {
  const month = utcDay(now).slice(0, 7);
  const [credit, { points: trend }] = await Promise.all([
    readCreditNow(month),
    readMarginTrend("month", {}, now),
  ]);
  return { month, credit, trend };
}
