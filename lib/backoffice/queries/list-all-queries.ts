import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";

/** A look-up in free public data, in any account. */
export interface QueryRow {
  id: string;
  at: string;
  accountId: string;
  accountName: string;
  provider: string;
  dataset: string;
  feature: string;
  query: string;
  resultRows: string | null;
  member: string;
}

interface Found extends Omit<QueryRow, "at" | "resultRows"> {
  at: Date;
  resultRows: bigint | null;
}

export interface QueryFilter {
  accountId?: string | undefined;
  provider?: string | undefined;
  /** The row that the page before ended with: its moment, its account and its id. */
  before?: { at: string; accountId: string; id: string } | undefined;
}

const PAGE = 50;

/** Who asked which free provider for what, across all accounts, newest first, a page at a time. */
export async function listAllQueries(
  _operator: Operator,
  { accountId, provider, before }: QueryFilter = {},
): Promise<{ rows: QueryRow[]; next: QueryFilter["before"] | null }> {
  const cursor = [before?.at ?? null, before?.accountId ?? null, before?.id ?? null];
  const values = [accountId ?? null, provider ?? null, ...cursor];
  const found = await readAcrossAccounts((sql) => sql.query<Found>(ROWS, values));
  const rows = found.slice(0, PAGE).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    resultRows: row.resultRows?.toString() ?? null,
  }));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return {
    rows,
    next: last ? { at: last.at, accountId: last.accountId, id: last.id } : null,
  };
}

const ROWS = `
SELECT q.id, q.occurred_at AS at, q.account_id::text AS "accountId", a.name AS "accountName", q.provider, q.dataset, q.feature, q.query,
  q.result_rows AS "resultRows", q.member
FROM data_queries q JOIN accounts a ON a.id = q.account_id
WHERE ($1::uuid IS NULL OR q.account_id = $1) AND ($2::text IS NULL OR q.provider = $2)
  AND ($3::timestamptz IS NULL OR q.occurred_at <= $3 AND (q.occurred_at < $3 OR (q.account_id, q.id) > ($4::uuid, $5::text)))
ORDER BY q.occurred_at DESC, q.account_id, q.id LIMIT ${PAGE + 1}`;
