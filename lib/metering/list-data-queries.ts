import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { nextLink } from "@/lib/values/next-link";
import { invalid } from "@/lib/values/refusal";
import type { DataQueryAnswer, DataQueryPage } from "./schema-queries";

interface Row {
  id: string;
  occurred_at: Date;
  received_at: Date;
  provider: string;
  dataset: string;
  feature: string;
  query: string;
  result_rows: bigint | null;
  member: string;
  team: string;
  project: string;
  key_id: string;
}

const PAGE = `SELECT id, occurred_at, received_at, provider, dataset, feature, query, result_rows, member, team, project, key_id
FROM data_queries q WHERE account_id = $1::uuid`;

/**
 * The account's look-ups in free public data, newest first, from behind the one named `before`. Paged by key: depth costs nothing.
 * The header `Link: …; rel="next"` names the next page, as `before` does.
 * @throws Refusal `invalid_request` for a cursor that is no query of this account
 */
export async function listDataQueries(
  ctx: Context,
  { before, limit = 50 }: DataQueryPage,
  url: string,
): Promise<{ body: DataQueryAnswer[]; headers?: Record<string, string> }> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  const rows = await readInAccount(accountId, async (sql) => {
    const order = `ORDER BY occurred_at DESC, id LIMIT ${limit + 1}`;
    if (before === undefined) return sql.query<Row>(`${PAGE} ${order}`, [accountId]);
    const [last] = await sql.query<{ occurred_at: Date }>(
      "SELECT occurred_at FROM data_queries WHERE account_id = $1::uuid AND id = $2",
      [accountId, before],
    );
    if (!last) throw invalid("before", "is the id of the last data query of the page before");
    const rest = "AND occurred_at <= $2::timestamptz AND (occurred_at < $2::timestamptz OR id > $3)";
    return sql.query<Row>(`${PAGE} ${rest} ${order}`, [accountId, last.occurred_at, before]);
  });
  const shown = rows.slice(0, limit);
  return { body: shown.map(answerOf), ...nextLink(url, rows.length > limit ? shown.at(-1)?.id : null) };
}

function answerOf(row: Row): DataQueryAnswer {
  return {
    id: row.id,
    occurred_at: row.occurred_at.toISOString(),
    received_at: row.received_at.toISOString(),
    provider: row.provider,
    dataset: row.dataset || null,
    feature: row.feature || null,
    query: row.query || null,
    result_rows: row.result_rows === null ? null : Number(row.result_rows),
    member: row.member || null,
    team: row.team || null,
    project: row.project || null,
    key_id: row.key_id || null,
  };
}
