import type { Context } from "@/lib/values/context";
import { cell } from "@/lib/values/csv-cell";
import type { Comparison } from "@/lib/values/display/compare";
import { streamOf } from "@/lib/values/stream-of";
import type { ComparedRow } from "./rules/beside";
import type { UsageQuery } from "./usage";
import { readUsageCompared } from "./usage-compared";

/** Rows that one export has at the most, because it holds them all: usage by day is a rollup, and finer groups are asked for by fewer days. */
const MAX_ROWS = 100_000;

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
  "re_rated",
  "tool_runs_re_rated",
] as const;

type Asked = UsageQuery & { compare?: Comparison };

/**
 * Usage as CSV, exactly the rows that the same query shows; compared, each with what was used before. Texts that a spreadsheet would run are preceded by
 * an apostrophe. It is read before the file begins, so that what cannot be had is an answer and no broken file.
 * @throws Refusal as `readUsage`
 */
export async function exportUsage(ctx: Context, query: Asked): Promise<ReadableStream<Uint8Array>> {
  const { rows } = await readUsageCompared(ctx, { ...query, maxRows: MAX_ROWS });
  return streamOf(csv(rows, query));
}

async function* csv(rows: readonly ComparedRow[], query: Asked): AsyncGenerator<string, void> {
  const before = query.compare ? SUMS.map((sum) => `${sum}_before`) : [];
  yield `${[...query.groupBy, ...SUMS, ...before].join(",")}\n`;
  for (let at = 0; at < rows.length; at += 1_000) {
    yield rows
      .slice(at, at + 1_000)
      .map((row) => lineOf(row, query))
      .join("");
  }
}

function lineOf(row: ComparedRow, { groupBy, compare }: Asked): string {
  const names = groupBy.map((dimension) => cell(row[dimension] ?? ""));
  const before = compare ? SUMS.map((sum) => String(row.before?.[sum] ?? 0)) : [];
  return `${[...names, ...SUMS.map((sum) => String(row[sum])), ...before].join(",")}\n`;
}
