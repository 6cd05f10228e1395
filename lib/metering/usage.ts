import { report } from "@/lib/db/report";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { formatCredits, nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import type { UtcDay } from "@/lib/values/time";
import { formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { creditValueOf } from "./credit-value";
import { CATEGORY_SQL, METERED_SQL } from "./rules/categories";
import { worthOf } from "./rules/worth";
import type { UsageDimension } from "./schema-usage";
import { usedDays } from "./used-days";

/** What usage is narrowed down by: its dimensions but the day, and how it is metered. */
export type UsageFilter = Partial<Record<Exclude<UsageDimension, "day"> | "metered", string>>;

/** The columns behind what usage can be grouped and filtered by. Only these names ever reach the SQL. */
export const USAGE_COLUMNS: Readonly<Record<UsageDimension | "metered", string>> = {
  day: "day::text",
  model: "model",
  type: "operation",
  feature: "feature",
  member: "member",
  team: "team",
  project: "project",
  key: "key_id",
  mandate: "mandate",
  resource: "resource",
  category: CATEGORY_SQL,
  metered: METERED_SQL,
};

export interface UsageQuery {
  /** UTC days, both included; without them, all of it. */
  from?: UtcDay;
  to?: UtcDay;
  groupBy: readonly UsageDimension[];
  filter?: UsageFilter;
  /** More groups than this are refused; 10,000 if nothing else is said. */
  maxRows?: number;
}

/** What was used. Amounts are decimal strings; dollars are what the charge is worth (`charge_usd`) and what it really cost (`cost_usd`). */
export interface UsageSum {
  calls: number;
  input_tokens: number;
  output_tokens: number;
  cached_input_tokens: number;
  /** Input and output. */
  tokens: number;
  /** ECU. */
  charge: string;
  charge_usd: string;
  cost_usd: string;
  tool_runs: number;
  /** ECU and tool runs that re-rates posted in these days for such calls: below zero where they were given back. */
  re_rated: string;
  tool_runs_re_rated: number;
}

export type UsageRow = Partial<Record<UsageDimension, string>> & UsageSum;

export interface Usage {
  from: UtcDay | null;
  to: UtcDay | null;
  group_by: readonly UsageDimension[];
  rows: UsageRow[];
  totals: UsageSum;
}

type Sums = Record<
  "calls" | "input" | "output" | "cached" | "charge" | "cost" | "tool_runs" | "re_rated" | "runs_re_rated",
  string
>;
type Row = Sums & Partial<Record<UsageDimension, string>>;

const SUMS = `coalesce(sum(calls), 0)::text AS calls, coalesce(sum(input_tokens), 0)::text AS input,
  coalesce(sum(output_tokens), 0)::text AS output, coalesce(sum(cached_input_tokens), 0)::text AS cached,
  coalesce(sum(charge) FILTER (WHERE unit = 'credit'), 0)::text AS charge, coalesce(sum(cost_usd), 0)::text AS cost,
  coalesce(sum(charge) FILTER (WHERE unit = 'tool_run'), 0)::text AS tool_runs,
  coalesce(sum(re_rated) FILTER (WHERE unit = 'credit'), 0)::text AS re_rated,
  coalesce(sum(re_rated) FILTER (WHERE unit = 'tool_run'), 0)::text AS runs_re_rated`;

const USED = usedDays("coalesce($2::date, '-infinity')", "coalesce($3::date, 'infinity')");

/**
 * What the account used between two UTC days, by any of the dimensions, from the rollup that is written with the events. Newest day
 * first, and within it what was charged most. Totals are of all rows. What re-rates changed later stands beside it, on the day when it was posted.
 * @throws Refusal `unprocessable` for more groups than one answer holds.
 */
export async function readUsage(
  ctx: Context,
  { from, to, groupBy, filter = {}, maxRows = 10_000 }: UsageQuery,
): Promise<Usage> {
  requirePermission(ctx, "usage:read");
  requireOrder({ from, to });
  const creditValue = await creditValueOf(ctx.accountId);
  const conditions = Object.entries(filter).map(([dimension, value]) => ({
    column: USAGE_COLUMNS[dimension as keyof UsageFilter],
    value,
  }));
  const where = ["true", ...conditions.map(({ column }, at) => `${column} = $${at + 4}`)].join(" AND ");
  const values = [ctx.accountId, from ?? null, to ?? null, ...conditions.map(({ value }) => value)];
  const groups = groupBy.map((dimension) => `${USAGE_COLUMNS[dimension]} AS "${dimension}"`);
  const order = [
    ...(groupBy.includes("day") ? [`"day" DESC`] : []),
    "sum(charge) DESC",
    "sum(calls) DESC",
    ...groupBy.map((name) => `"${name}"`),
  ];
  return report(ctx.accountId, async (sql) => {
    const [total] = await sql.query<Sums>(`SELECT ${SUMS} FROM ${USED} WHERE ${where}`, values);
    const rows =
      groupBy.length === 0
        ? []
        : await sql.query<Row>(
            `SELECT ${groups.join(", ")}, ${SUMS} FROM ${USED} WHERE ${where}
             GROUP BY ${groupBy.map((name) => USAGE_COLUMNS[name]).join(", ")} ORDER BY ${order.join(", ")} LIMIT ${maxRows + 1}`,
            values,
          );
    if (rows.length > maxRows) {
      throw new Refusal(
        "unprocessable",
        `This has more than ${maxRows} rows. Ask for fewer days, or group by less.`,
      );
    }
    if (!total) throw new Error("a sum without a row");
    const shown = rows.map((row) => ({ ...namesOf(row, groupBy), ...sumOf(row, creditValue) }));
    return {
      from: from ?? null,
      to: to ?? null,
      group_by: groupBy,
      rows: shown,
      totals: sumOf(total, creditValue),
    };
  });
}

function namesOf(row: Row, groupBy: readonly UsageDimension[]): Partial<Record<UsageDimension, string>> {
  return Object.fromEntries(groupBy.map((dimension) => [dimension, row[dimension] ?? ""]));
}

function sumOf(sums: Sums, creditValue: PicoUsd): UsageSum {
  const charge = nano(BigInt(sums.charge));
  const [input, output] = [Number(sums.input), Number(sums.output)];
  return {
    calls: Number(sums.calls),
    input_tokens: input,
    output_tokens: output,
    cached_input_tokens: Number(sums.cached),
    tokens: input + output,
    charge: formatCredits(charge),
    charge_usd: formatUsd(worthOf(charge, creditValue)),
    cost_usd: formatUsd(picoUsd(BigInt(sums.cost))),
    tool_runs: Number(sums.tool_runs),
    re_rated: formatCredits(nano(BigInt(sums.re_rated))),
    tool_runs_re_rated: Number(sums.runs_re_rated),
  };
}
