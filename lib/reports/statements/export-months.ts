import type { Context } from "@/lib/values/context";
import { csvOf } from "@/lib/values/csv-cell";
import type { Unit } from "@/lib/values/ids";
import { startOfMonth, type UtcDay } from "@/lib/values/time";
import { listMonths } from "./list-months";

/** A line for each month as CSV, newest first, as the page lists them: opening + added − used = closing; and whether the month is over. */
export async function exportMonths(ctx: Context, unit: Unit, today: UtcDay): Promise<string> {
  const fields = ["month", "rows", "opening", "added", "used", "closing", "is_over"] as const;
  const months = await listMonths(ctx, unit, today);
  return csvOf(
    fields,
    months.map((line) => ({ ...line, is_over: line.month < startOfMonth(today) })),
  );
}
