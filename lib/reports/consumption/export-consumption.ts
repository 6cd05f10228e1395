import { cell } from "@/lib/values/csv-cell";
import type { Context } from "@/lib/values/context";
import { type Consumed, type ConsumptionAsked, readConsumption } from "./read-consumption";
import { CONSUMERS } from "./schema";

const HEAD = "by,value,name,from,to,calls,tokens,charge,charge_usd,tool_runs,charge_before\n";

/** The report as CSV, exactly its numbers: its days or months, then each kind of consumer, then the total; last what re-rates changed, if they did. */
export async function exportConsumption(ctx: Context, asked: ConsumptionAsked): Promise<string> {
  const { per, from, to, periods, top, totals, re_rated } = await readConsumption(ctx, asked);
  const line = (by: string, value: string, name: string, days: string, sums: Consumed, before: string) =>
    `${[by, cell(value), cell(name), days, sums.calls, sums.tokens, sums.charge, sums.charge_usd, sums.tool_runs, before].join(",")}\n`;
  const all = `${from},${to}`;
  const lines = periods.map((period) => line(per, "", "", `${period.from},${period.to}`, period, ""));
  for (const kind of CONSUMERS) {
    const { rows, other } = top[kind];
    lines.push(...rows.map((row) => line(kind, row.value, row.name, all, row, row.before)));
    if (other) lines.push(line(kind, "", `${other.consumers} others`, all, other, other.before));
  }
  lines.push(line("total", "", "", all, totals, totals.before));
  if (re_rated.calls > 0) lines.push(line("re_rated", "", "", all, { ...re_rated, tokens: 0 }, ""));
  return [HEAD, ...lines].join("");
}
