import type { Context } from "@/lib/values/context";
import { csvOf } from "@/lib/values/csv-cell";
import type { Unit } from "@/lib/values/ids";
import type { UtcDay } from "@/lib/values/time";
import { listMonths } from "./list-months";

/** A line for each month as CSV, newest first, as the page lists them: opening + added − used = closing. */
export async function exportMonths(ctx: Context, unit: Unit, today: UtcDay): Promise<string> {
  const fields = ["month", "rows", "opening", "added", "used", "closing"] as const;
  return csvOf(fields, await listMonths(ctx, unit, today));
}
