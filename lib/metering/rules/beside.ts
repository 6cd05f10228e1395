import { addDays, DAY_MS, startOfDay, type UtcDay } from "@/lib/values/time";
import type { UsageDimension } from "../schema-usage";
import type { UsageRow, UsageSum } from "../usage";

/** A row with what the same group used before, on the day that stands beside its own; null where it used nothing. */
export type ComparedRow = UsageRow & { before: UsageSum | null };

const NOTHING: UsageSum = {
  calls: 0,
  input_tokens: 0,
  output_tokens: 0,
  cached_input_tokens: 0,
  tokens: 0,
  charge: "0",
  charge_usd: "0",
  cost_usd: "0",
  tool_runs: 0,
  re_rated: "0",
  tool_runs_re_rated: 0,
};

/**
 * Rows beside those of the period before: the first day beside the first. What was used only before is a row of nothing, so that both columns
 * add up to their totals; such rows come after those of their day, or last.
 */
export function besideBefore(
  rows: readonly UsageRow[],
  before: readonly UsageRow[],
  groupBy: readonly UsageDimension[],
  { from, fromBefore }: { from: UtcDay; fromBefore: UtcDay },
): ComparedRow[] {
  const later = (startOfDay(from).getTime() - startOfDay(fromBefore).getTime()) / DAY_MS;
  const moved = before.map((row) => (row.day === undefined ? row : { ...row, day: addDays(row.day, later) }));
  const nameOf = (row: UsageRow) => groupBy.map((dimension) => row[dimension] ?? "").join("\0");
  const left = new Map(moved.map((row) => [nameOf(row), row]));
  const compared = rows.map((row): ComparedRow => {
    const name = nameOf(row);
    const same = left.get(name);
    left.delete(name);
    return { ...row, before: same ? sumOf(same) : null };
  });
  const gone = [...left.values()].map((row): ComparedRow => ({ ...row, ...NOTHING, before: sumOf(row) }));
  const all = [...compared, ...gone];
  return groupBy.includes("day")
    ? all.sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? 1 : a.day === b.day ? 0 : -1))
    : all;
}

function sumOf(row: UsageRow): UsageSum {
  const names = Object.keys(NOTHING);
  return { ...NOTHING, ...Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))) };
}
