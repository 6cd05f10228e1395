import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { addDays, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { type MarginTrend, readMarginTrend, type TrendPoint } from "./margin-trend";
import { type MarginFilter, type MarginGroup, type MarginRow, readAllMargins } from "./margins";
import type { MarginsQuery } from "./schema-margins";

/** Margins of some days by feature, model and account, and how they moved. */
export interface MarginReport {
  from: UtcDay;
  to: UtcDay;
  groups: Record<MarginGroup, readonly MarginRow[]>;
  total: MarginRow;
  trend: readonly TrendPoint[];
  /** Of the whole trend, which may be of other days than the groups. */
  trendTotal: MarginTrend["total"];
}

/** What page and file of margins show: the last so many UTC days with today, as in the presets of customers, of everything or of one feature, model or account. */
export async function readMarginReport(
  _operator: Operator,
  { days, per, feature, model, customer }: MarginsQuery,
  now = new Date(),
): Promise<MarginReport> {
  const to = utcDay(now);
  const from = addDays(to, 1 - days);
  const filter: MarginFilter = {
    ...(feature !== undefined && { feature }),
    ...(model !== undefined && { model }),
    ...(customer !== undefined && { account: customer }),
  };
  const [{ total, ...found }, trend] = await Promise.all([
    readAllMargins({ from: startOfDay(from), to: now }, filter),
    readMarginTrend(per, filter, now),
  ]);
  const names = await namesOf(found.account.map(({ value }) => value));
  const account = found.account.map((row) => ({ ...row, name: names.get(row.value) ?? row.value }));
  return {
    ...{ from, to, groups: { ...found, account }, total },
    ...{ trend: trend.points, trendTotal: trend.total },
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ id: string; name: string }>("SELECT id, name FROM accounts WHERE id = ANY ($1::uuid[])", [
      ids,
    ]),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
