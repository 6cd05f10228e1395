import { cell } from "@/lib/values/csv-cell";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { streamOf } from "@/lib/values/stream-of";
import type { UtcDay } from "@/lib/values/time";
import { readFocus } from "./read-focus";
import { FOCUS_COLUMNS, type FocusColumn, type FocusRow } from "./rules/columns";

/**
 * Purchases and usage as a FOCUS 1.2 file: credit as a virtual currency, bought in dollars and used up in ECU. The sum of PricingCurrencyEffectiveCost in
 * ECU is what the ledger charged for usage of these days, and what re-rates changed in them. Streams, slice by slice.
 */
export function exportFocus(
  ctx: Context,
  days: { from?: UtcDay | undefined; to?: UtcDay | undefined },
): ReadableStream<Uint8Array> {
  requirePermission(ctx, "usage:read");
  requirePermission(ctx, "ledger:read");
  requireOrder(days);
  return streamOf(csv(ctx, days));
}

async function* csv(ctx: Context, days: Parameters<typeof readFocus>[1]): AsyncGenerator<string, void> {
  yield `${FOCUS_COLUMNS.join(",")}\n`;
  for await (const rows of readFocus(ctx, days)) yield rows.map(lineOf).join("");
}

const NUMBERS = new Set<FocusColumn>(FOCUS_COLUMNS.filter((name) => /Cost$|UnitPrice$|Quantity$/.test(name)));

function lineOf(row: FocusRow): string {
  const cells = FOCUS_COLUMNS.map((name) => {
    const value = row[name];
    return value === null ? "" : NUMBERS.has(name) ? value : cell(value);
  });
  return `${cells.join(",")}\n`;
}
