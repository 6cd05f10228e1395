import type { Sql } from "@/lib/db/sql";
import { report } from "@/lib/db/report";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { invalid, notFound } from "@/lib/values/refusal";
import { addDays, startOfDay, type UtcDay } from "@/lib/values/time";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { CATEGORY_SQL } from "./rules/categories";
import { formatAmount } from "./rules/price";
import type { EventAnswer } from "./schema-events";
import { USAGE_COLUMNS, type UsageQuery } from "./usage";

/** Which events: those of these UTC days under the filter of a usage query. */
export type EventsAsked = Pick<UsageQuery, "from" | "to" | "filter">;

export interface EventsPage {
  rows: EventAnswer[];
  /** The id behind which the list goes on; null at its end. */
  next: string | null;
}

interface Row extends Omit<
  EventAnswer,
  | "occurred_at"
  | "received_at"
  | "input_tokens"
  | "output_tokens"
  | "cached_input_tokens"
  | "charge"
  | "cost_usd"
> {
  occurred_at: Date;
  received_at: Date;
  unit: Unit;
  input: bigint;
  output: bigint;
  cached: bigint;
  amount: bigint;
  cost: bigint;
  seq: bigint | null;
}

const EVENT = `SELECT id, occurred_at, received_at, feature, ${CATEGORY_SQL} AS category, operation AS type, provider, model, member, team, project,
  key_id AS key, mandate, resource, input_tokens AS input, output_tokens AS output, cached_input_tokens AS cached, unit::text AS unit,
  charge AS amount, cost_usd AS cost, seq FROM usage_events e WHERE account_id = $1::uuid`;

/**
 * The events behind the sums of usage, newest first, from behind the one named `before`. Only days that have some, by the rollup, are looked
 * at; within a day they are paged by key.
 * @throws Refusal `invalid_request` for a cursor that is no event of this account.
 */
export async function listUsageEvents(
  ctx: Context,
  asked: EventsAsked,
  { before, limit = 50 }: { before?: string | undefined; limit?: number | undefined } = {},
): Promise<EventsPage> {
  requirePermission(ctx, "usage:read");
  requireOrder(asked);
  return report(ctx.accountId, async (sql) => {
    const last = before === undefined ? null : await cursorOf(sql, ctx.accountId, before);
    const rows: Row[] = [];
    for (const day of await daysWithEvents(sql, ctx.accountId, asked, last)) {
      rows.push(...(await eventsOfDay(sql, ctx.accountId, asked, day, last, limit + 1 - rows.length)));
      if (rows.length > limit) break;
    }
    const shown = rows.slice(0, limit);
    return {
      rows: shown.map((row) => answerOf(ctx.accountId, row)),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}

/** One event. @throws Refusal `not_found` */
export async function readUsageEvent(ctx: Context, id: string): Promise<EventAnswer> {
  requirePermission(ctx, "usage:read");
  const [row] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<Row>(`${EVENT} AND id = $2`, [ctx.accountId, id]),
  );
  if (!row) throw notFound("usage event");
  return answerOf(ctx.accountId, row);
}

interface Cursor {
  id: string;
  at: Date;
}

async function cursorOf(sql: Sql, accountId: string, id: string): Promise<Cursor> {
  const [row] = await sql.query<{ occurred_at: Date }>(
    "SELECT occurred_at FROM usage_events WHERE account_id = $1::uuid AND id = $2",
    [accountId, id],
  );
  if (!row) throw invalid("before", "is the id of the last usage event of the page before");
  return { id, at: row.occurred_at };
}

async function daysWithEvents(
  sql: Sql,
  accountId: string,
  { from, to, filter }: EventsAsked,
  last: Cursor | null,
): Promise<UtcDay[]> {
  const { text, values } = conditionsOf(filter, 5);
  const rows = await sql.query<{ day: string }>(
    `SELECT DISTINCT day::text AS day FROM usage_days WHERE account_id = $1::uuid
       AND day BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
       AND ($4::timestamptz IS NULL OR day <= ($4::timestamptz AT TIME ZONE 'UTC')::date)${text} ORDER BY day DESC`,
    [accountId, from ?? null, to ?? null, last?.at ?? null, ...values],
  );
  return rows.map(({ day }) => day);
}

function eventsOfDay(
  sql: Sql,
  accountId: string,
  { filter }: EventsAsked,
  day: UtcDay,
  last: Cursor | null,
  limit: number,
): Promise<Row[]> {
  const { text, values } = conditionsOf(filter, last ? 6 : 4);
  const rest = last ? " AND (occurred_at, id) < ($4::timestamptz, $5)" : "";
  return sql.query<Row>(
    `${EVENT} AND occurred_at >= $2::timestamptz AND occurred_at < $3::timestamptz${rest}${text}
     ORDER BY occurred_at DESC, id DESC LIMIT ${limit}`,
    [accountId, startOfDay(day), startOfDay(addDays(day, 1)), ...(last ? [last.at, last.id] : []), ...values],
  );
}

function conditionsOf(filter: UsageQuery["filter"], first: number): { text: string; values: string[] } {
  const named = Object.entries(filter ?? {});
  return {
    text: named
      .map(([name], at) => ` AND ${USAGE_COLUMNS[name as keyof typeof USAGE_COLUMNS]} = $${first + at}`)
      .join(""),
    values: named.map(([, value]) => value),
  };
}

function answerOf(accountId: string, row: Row): EventAnswer {
  const { input, output, cached, amount, cost, seq, ...rest } = row;
  return {
    ...rest,
    occurred_at: row.occurred_at.toISOString(),
    received_at: row.received_at.toISOString(),
    input_tokens: Number(input),
    output_tokens: Number(output),
    cached_input_tokens: Number(cached),
    charge: formatAmount(row.unit, nano(amount)),
    cost_usd: formatUsd(picoUsd(cost)),
    transaction_id: seq === null ? null : transactionId({ accountId, unit: row.unit, seq }),
  };
}
