import type { Context } from "@/lib/values/context";
import { requirePermission } from "@/lib/values/context";
import { readUsage, type UsageQuery, type UsageRow } from "./usage";

/** Rows that one export holds at the most: usage by day is a rollup, so this is years of it. */
const MAX_ROWS = 1_000_000;

const SUMS = [
  "calls",
  "input_tokens",
  "output_tokens",
  "cached_input_tokens",
  "tokens",
  "charge",
  "charge_usd",
  "cost_usd",
  "tool_runs",
] as const;

/** Usage as CSV, exactly the rows that the same query shows. Texts that a spreadsheet would run are preceded by an apostrophe. */
export function exportUsage(ctx: Context, query: UsageQuery): ReadableStream<Uint8Array> {
  requirePermission(ctx, "usage:read");
  const lines = csv(ctx, query);
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}

async function* csv(ctx: Context, query: UsageQuery): AsyncGenerator<string, void> {
  const { rows } = await readUsage(ctx, { ...query, maxRows: MAX_ROWS });
  yield `${[...query.groupBy, ...SUMS].join(",")}\n`;
  for (let at = 0; at < rows.length; at += 1_000) {
    yield rows
      .slice(at, at + 1_000)
      .map((row) => lineOf(row, query))
      .join("");
  }
}

function lineOf(row: UsageRow, { groupBy }: UsageQuery): string {
  const names = groupBy.map((dimension) => cell(row[dimension] ?? ""));
  return `${[...names, ...SUMS.map((sum) => String(row[sum]))].join(",")}\n`;
}

/** A text cell that reads as text in every spreadsheet. */
export function cell(text: string): string {
  const inert = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
