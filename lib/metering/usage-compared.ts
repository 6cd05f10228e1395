import type { Context } from "@/lib/values/context";
import { type Comparison, daysBefore } from "@/lib/values/display/compare";
import type { UtcDay } from "@/lib/values/time";
import { besideBefore, type ComparedRow } from "./rules/beside";
import { readUsage, type Usage, type UsageQuery, type UsageSum } from "./usage";

/** Usage beside that of the period before. */
export interface ComparedUsage extends Omit<Usage, "rows"> {
  rows: ComparedRow[];
  /** What was used then, and when that was; null when nothing is compared. */
  before: { from: UtcDay; to: UtcDay; totals: UsageSum } | null;
}

/** What was used, and beside each row what the same group used before. Without `compare` or without both days, nothing stands beside. */
export async function readUsageCompared(
  ctx: Context,
  { compare, ...query }: UsageQuery & { compare?: Comparison | undefined },
): Promise<ComparedUsage> {
  const { from, to } = query;
  if (!compare || !from || !to) {
    const usage = await readUsage(ctx, query);
    return { ...usage, rows: usage.rows.map((row) => ({ ...row, before: null })), before: null };
  }
  const days = daysBefore({ from, to }, compare);
  const [usage, before] = await Promise.all([readUsage(ctx, query), readUsage(ctx, { ...query, ...days })]);
  return {
    ...usage,
    rows: besideBefore(usage.rows, before.rows, query.groupBy, { from, fromBefore: days.from }),
    before: { ...days, totals: before.totals },
  };
}
