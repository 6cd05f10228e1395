import type { Operator } from "@/lib/accounts/operator";
import { readMarginTrend, type TrendPoint } from "@/lib/metering/margin-trend";
import { type CreditNow, readCreditNow } from "@/lib/reports/liability/read-now";
import type { PicoUsd } from "@/lib/values/usd";

/** What finance asks first: credit as the liability report has it, and use as the trend of margins has it, by month, the newest last. */
export interface Finance {
  credit: CreditNow;
  trend: readonly TrendPoint[];
}

/** Reads both from rollups and heads: no row of usage, and of the ledger only what was sold in the month. */
export async function readFinance(
  _operator: Operator,
  creditValue: PicoUsd,
  now = new Date(),
): Promise<Finance> {
  const [credit, { points: trend }] = await Promise.all([
    readCreditNow(creditValue, now),
    readMarginTrend("month", {}, now),
  ]);
  return { credit, trend };
}
