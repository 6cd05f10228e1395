import type { Operator } from "@/lib/accounts/operator";
import { cell } from "@/lib/values/csv-cell";
import { formatScaled } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { readMarginReport } from "./margin-report";
import type { TrendPoint } from "./margin-trend";
import { MARGIN_GROUPS, type MarginRow } from "./margins";
import { sinceTheFirst } from "./rules/since-the-first";
import type { MarginsQuery } from "./schema-margins";

const HEAD =
  "by,value,name,from,to,calls,own_key_calls,revenue_usd,own_key_revenue_usd,revenue_without_cost_usd,cost_usd,required_usd,gross_margin,markup,below\n";

/** The page of margins as CSV, exactly its numbers and all of its rows: features, models, accounts, the total, then the weeks or months of the trend since anything was metered. */
export async function exportMargins(
  operator: Operator,
  asked: MarginsQuery,
  now = new Date(),
): Promise<string> {
  const { from, to, groups, total, trend } = await readMarginReport(operator, asked, now);
  const days = `${from},${to}`;
  return [
    HEAD,
    ...MARGIN_GROUPS.flatMap((group) => groups[group].map((row) => rowLine(group, row, days))),
    rowLine("total", { ...total, value: "", name: "" }, days),
    ...sinceTheFirst(trend).map((point) => trendLine(asked.per, point)),
  ].join("");
}

function rowLine(by: string, row: MarginRow, days: string): string {
  const { value, name, calls, ownKeyCalls, cost, required, isBelow } = row;
  const money = [row.revenue, row.ownKeyRevenue, row.uncostedRevenue, cost, required].map(formatUsd);
  return `${[by, cell(value), cell(name), days, calls, ownKeyCalls, ...money, ...ratiosOf(row), isBelow].join(",")}\n`;
}

function trendLine(per: string, point: TrendPoint): string {
  const { from, to, calls, revenue, cost } = point;
  const money = [formatUsd(revenue), "", "", formatUsd(cost), ""];
  return `${[per, "", "", from, to, calls, "", ...money, ...ratiosOf(point), ""].join(",")}\n`;
}

function ratiosOf({ marginPpm, markupPpm }: Pick<MarginRow, "marginPpm" | "markupPpm">): string[] {
  return [marginPpm, markupPpm].map((ppm) => (ppm === null ? "" : formatScaled(ppm, 6)));
}
