import { report } from "@/lib/db/report";
import { METERED_SQL } from "@/lib/metering/rules/categories";
import type { UtcDay } from "@/lib/values/time";
import type { Days } from "./rules";
import type { ConsumerKind, Period } from "./schema";

/** Sums as the database gives them: digits, and nothing where there was no usage. */
export interface SumRow {
  kind: "total" | "re_rated" | "period" | ConsumerKind;
  /** The first day of a period. */
  period: UtcDay | null;
  /** Null for all that are not named. */
  value: string | null;
  consumers: string;
  calls: string;
  tokens: string;
  charge: string;
  /** What of the charge is metered by time. */
  timed: string;
  tool_runs: string;
  before: string;
  /** Of all that are not named, each with its charge and what of it is metered by time; null where they are too many to be listed anywhere. */
  others: [value: string, charge: string, timed: string][] | null;
}

/** Pages that list usage refuse more groups than this. */
const MOST_LISTED = 10_000;

// One statement and one scan: whatever arrives meanwhile, the parts add up to the total.
const SUMS = `
WITH used AS (
  SELECT day >= $2::date AS now, CASE WHEN $5 = 'month' THEN date_trunc('month', day::timestamp)::date ELSE day END AS period,
    member, model, feature, team, project, key_id AS key, calls, input_tokens + output_tokens AS tokens,
    CASE WHEN unit = 'credit' THEN charge ELSE 0 END AS charge, CASE WHEN unit = 'tool_run' THEN charge ELSE 0 END AS tool_runs,
    CASE WHEN unit = 'credit' AND ${METERED_SQL} = 'time' THEN charge ELSE 0 END AS timed
  FROM usage_days WHERE account_id = $1::uuid AND day BETWEEN $4::date AND $3::date AND (day >= $2::date OR day <= $7::date)
), sums AS (
  SELECT CASE WHEN grouping(period) = 0 THEN 'period' WHEN grouping(member) = 0 THEN 'member' WHEN grouping(model) = 0 THEN 'model'
      WHEN grouping(feature) = 0 THEN 'feature' WHEN grouping(team) = 0 THEN 'team' WHEN grouping(project) = 0 THEN 'project'
      WHEN grouping(key) = 0 THEN 'key' ELSE 'total' END AS kind,
    period, coalesce(member, model, feature, team, project, key, '') AS value,
    coalesce(sum(calls) FILTER (WHERE now), 0) AS calls, coalesce(sum(tokens) FILTER (WHERE now), 0) AS tokens,
    coalesce(sum(charge) FILTER (WHERE now), 0) AS charge, coalesce(sum(timed) FILTER (WHERE now), 0) AS timed,
    coalesce(sum(tool_runs) FILTER (WHERE now), 0) AS tool_runs,
    coalesce(sum(charge) FILTER (WHERE NOT now), 0) AS before, coalesce(bool_or(now), false) AS is_now
  FROM used GROUP BY GROUPING SETS ((period, feature), (member), (model), (feature), (team), (project), (key), ())
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY is_now DESC, charge DESC, calls DESC, value) AS place FROM sums
  WHERE is_now OR kind <> 'period'
), named AS (
  SELECT *, kind IN ('total', 'period') OR (place <= $6 AND is_now) AS is_named FROM ranked
), shown AS (
  SELECT kind, period, CASE WHEN is_named THEN value END AS value, count(*) FILTER (WHERE is_now) AS consumers,
    sum(calls) AS calls, sum(tokens) AS tokens, sum(charge) AS charge, sum(timed) AS timed, sum(tool_runs) AS tool_runs, sum(before) AS before,
    CASE WHEN NOT is_named AND count(*) FILTER (WHERE charge > 0) <= ${MOST_LISTED}
      THEN json_agg(json_build_array(value, charge::text, timed::text)) FILTER (WHERE charge > 0) END AS others, min(place) AS place
  FROM named GROUP BY kind, period, is_named, CASE WHEN is_named THEN value END
  UNION ALL
  SELECT 're_rated', NULL, '', 0, coalesce(sum(calls), 0), 0, coalesce(sum(charge) FILTER (WHERE unit = 'credit'), 0),
    0, coalesce(sum(charge) FILTER (WHERE unit = 'tool_run'), 0), 0, NULL, 1
  FROM re_rate_days WHERE account_id = $1::uuid AND posted_on BETWEEN $2::date AND $3::date
)
SELECT kind, period::text AS period, value, consumers::text AS consumers, calls::text AS calls, tokens::text AS tokens, charge::text AS charge,
  timed::text AS timed, tool_runs::text AS tool_runs, before::text AS before, others
FROM shown ORDER BY kind, shown.period, place`;

/** Usage between two days in all the ways in which the report shows it, and beside it that of the earlier days `before`. */
export function readSums(
  accountId: string,
  { from, to, before, per, top }: Days & { before: Days; per: Period; top: number },
): Promise<SumRow[]> {
  const values = [accountId, from, to, before.from, per, top, before.to];
  return report(accountId, (sql) => sql.query<SumRow>(SUMS, values));
}
