import { readCosts } from "@/lib/ledger/read-costs";
import type { Context } from "@/lib/values/context";
import { type Nano, parseCredits } from "@/lib/values/money";
import { addDays, addMonths, startOfMonth, type UtcDay } from "@/lib/values/time";
import { isCalled } from "./rules/categories";
import { readUsage } from "./usage";

/** What a stretch of days cost and how much was called. */
export interface Period {
  from: UtcDay;
  to: UtcDay;
  /** What was charged to the balance in these days. */
  cost: Nano;
  /** What ran in these days costs so much: what is charged ahead, such as a day of an instance, counts when it runs. As Usage and budgets have it. */
  used: Nano;
  /** Usage events of what was called. */
  calls: number;
  /** All of them: cycles of instances and days of storage too. As Usage counts. */
  events: number;
  tokens: number;
}

/** This month up to `today`, and the same days of the month before, so that a month that has just begun is not "−95 %". */
export async function readMonth(ctx: Context, today: UtcDay): Promise<{ now: Period; before: Period }> {
  const [now, before] = await Promise.all([
    readPeriod(ctx, startOfMonth(today), today),
    readPeriod(ctx, addMonths(today, -1), sameDayOfMonthBefore(today)),
  ]);
  return { now, before };
}

// The 31st compares with the last day of a shorter month.
function sameDayOfMonthBefore(today: UtcDay): UtcDay {
  const last = addDays(startOfMonth(today), -1);
  const same = last.slice(0, 8) + today.slice(8);
  return same < last ? same : last;
}

async function readPeriod(ctx: Context, from: UtcDay, to: UtcDay): Promise<Period> {
  const [cost, { rows, totals }] = await Promise.all([
    readCosts(ctx, from, to),
    readUsage(ctx, { from, to, groupBy: ["category"] }),
  ]);
  const calls = rows.reduce((sum, { category = "", calls }) => sum + (isCalled(category) ? calls : 0), 0);
  const used = parseCredits(totals.charge);
  return { from, to, cost, used, calls, events: totals.calls, tokens: totals.tokens };
}
