import { report } from "@/lib/db/report";
import { FEATURES_BY_TIME } from "@/lib/metering/rules/categories";
import { UNITS, type Unit } from "@/lib/values/ids";
import type { UtcDay } from "@/lib/values/time";

/** A row of a rollup, with digits where the database has wide numbers. */
export interface UsedRecord {
  /** The day that it counts on, and the day when the calls ran. */
  day: UtcDay;
  used_on: UtcDay;
  is_re_rated: boolean;
  unit: Unit;
  feature: string;
  operation: string;
  model: string;
  member: string;
  team: string;
  project: string;
  key: string;
  mandate: string;
  resource: string;
  resource_name: string | null;
  project_name: string | null;
  calls: string;
  tokens: string;
  /** Of what is metered by time: what all its usage events measured, by meter. */
  measured: Record<string, string> | null;
  charge: string;
  /** Where it stands within its day. */
  place: string[];
}

const NAMES = "feature, operation, model, member, team, project, key_id, mandate, resource";

/** What differs between the two rollups: usage, and what re-rates changed of it. */
const TABLES = {
  usage_days: {
    day: "day",
    key: NAMES,
    types: Array<string>(9).fill("text"),
    columns: "day AS used_on, false AS is_re_rated, calls, input_tokens + output_tokens AS tokens",
    measured: true,
  },
  re_rate_days: {
    day: "posted_on",
    key: `${NAMES}, used_on, re_rate_id`,
    types: [...Array<string>(9).fill("text"), "date", "uuid"],
    // Their calls have been counted when they ran.
    columns: "used_on, true AS is_re_rated, 0 AS calls, 0 AS tokens, re_rate_id",
    measured: false,
  },
} as const;

/**
 * Rows of a rollup between two UTC days, both included, in slices by their key. The wallets one after the other: row-level security lets no comparison of an
 * enum into an index, so that it is left out of what is compared.
 */
export async function* readUsedPages(
  accountId: string,
  table: keyof typeof TABLES,
  { from, to }: { from: UtcDay; to: UtcDay },
  atOnce: number,
): AsyncGenerator<UsedRecord[], void> {
  const statements = { first: pageOf(table, false), next: pageOf(table, true) };
  for (const unit of UNITS) {
    for (let last: UsedRecord | undefined; ;) {
      const values = last ? [last.day, ...last.place] : [from];
      const text = last ? statements.next : statements.first;
      const rows = await report(accountId, (sql) =>
        sql.query<UsedRecord>(text, [accountId, unit, to, atOnce, ...values]),
      );
      if (rows.length > 0) yield rows;
      last = rows.at(-1);
      if (!last || rows.length < atOnce) break;
    }
  }
}

// The rollup counts events; how long they ran stands in themselves. They are found by their resource, or by the cycle of an instance that has none.
const MEASURED = `
  (SELECT jsonb_object_agg(m.meter, m.amount) FROM (
    SELECT q.key AS meter, trim_scale(sum(q.value::numeric))::text AS amount
    FROM (
      SELECT e.* FROM usage_events e
      WHERE u.resource <> '' AND e.account_id = $1::uuid AND e.resource = u.resource AND e.resource <> ''
        AND e.occurred_at >= u.counted_on::timestamp AT TIME ZONE 'UTC' AND e.occurred_at < (u.counted_on + 1)::timestamp AT TIME ZONE 'UTC'
      UNION ALL
      SELECT e.* FROM instance_cycles c JOIN usage_events e ON e.account_id = c.account_id AND e.hold_id = c.hold_id
      WHERE u.resource = '' AND c.account_id = $1::uuid AND e.resource = ''
        AND c.to_at > u.counted_on::timestamp AT TIME ZONE 'UTC' AND c.to_at <= (u.counted_on + 1)::timestamp AT TIME ZONE 'UTC'
    ) e, jsonb_each_text(e.quantities) q
    WHERE e.unit = u.unit AND ${NAMES.split(", ")
      .map((name) => `e.${name} = u.${name}`)
      .join(" AND ")}
    GROUP BY q.key HAVING count(*) = u.calls
  ) m WHERE u.feature = ANY ('{${FEATURES_BY_TIME.join(",")}}'))`;

/** The first slice, or what comes behind a row: the rest of its day, then the days after it. */
function pageOf(table: keyof typeof TABLES, isNext: boolean): string {
  const { day, key, types, columns, measured } = TABLES[table];
  const place = key
    .split(", ")
    .map((name) => `${name}::text`)
    .join(", ");
  const slice = (where: string) => `
  (SELECT account_id, ${day} AS counted_on, unit, ${NAMES}, ${columns}, charge, ARRAY[${place}] AS place
   FROM ${table} WHERE account_id = $1::uuid AND ${where} AND ${day} <= $3::date AND unit = $2::wallet_unit
   ORDER BY ${day}, unit, ${key} LIMIT $4)`;
  const behind = types.map((type, at) => `$${at + 6}::${type}`).join(", ");
  const slices = isNext
    ? `${slice(`${day} = $5::date AND (${key}) > (${behind})`)} UNION ALL ${slice(`${day} > $5::date`)}`
    : slice(`${day} >= $5::date`);
  return `
SELECT u.counted_on::text AS day, u.used_on::text, u.is_re_rated, u.unit::text, u.feature, u.operation, u.model, u.member, u.team, u.project, u.key_id AS key,
  u.mandate, u.resource, r.name AS resource_name, p.name AS project_name, u.calls::text, u.tokens::text, ${measured ? MEASURED : "NULL"} AS measured,
  u.charge::text, u.place
FROM (SELECT * FROM (${slices}) s ORDER BY s.counted_on, ${key
    .split(", ")
    .map((name) => `s.${name}`)
    .join(", ")} LIMIT $4) u
LEFT JOIN resources r ON r.account_id = u.account_id AND u.resource = r.kind::text || '/' || r.id
LEFT JOIN projects p ON p.account_id = u.account_id AND p.slug = u.project
ORDER BY u.counted_on, ${key
    .split(", ")
    .map((name) => `u.${name}`)
    .join(", ")}`;
}
