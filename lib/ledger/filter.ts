import { column } from "@/lib/db/column";
import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import { seqAt } from "./seq-at";
import type { TransactionFilter } from "./types";

/** Rows of a wallet's chain, both ends included. */
export interface SeqRange {
  first: bigint;
  last: bigint;
}

/** The rows between the filter's days and up to its moment, found in the ledger by day; null when there are none. Rows are dense in `seq`, and in time. */
export async function seqRange(
  sql: Sql,
  accountId: string,
  unit: Unit,
  filter: TransactionFilter,
): Promise<SeqRange | null> {
  const [range] = await sql.query<{ first: bigint | null; last: bigint | null }>(
    `SELECT min(first_seq) AS first, max(last_seq) AS last FROM wallet_days
     WHERE account_id = $1 AND unit = $2::wallet_unit AND day BETWEEN $3::date AND $4::date`,
    [accountId, unit, filter.from ?? "-infinity", filter.to ?? "infinity"],
  );
  if (range?.first == null || range.last === null) return null;
  const end = filter.until === undefined ? range.last : await seqAt(sql, accountId, unit, filter.until);
  const last = end < range.last ? end : range.last;
  return last < range.first ? null : { first: range.first, last };
}

/** The filter's other conditions as SQL on `t`, with parameters from `$first` on. */
export function conditionsOf(filter: TransactionFilter, first: number): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  let text = "";
  const add = (condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    text += ` AND ${condition(`$${first + values.length - 1}`)}`;
  };
  if (filter.types?.length) {
    add((types) => `t.type = ANY (${types}::transaction_type[])`, column(filter.types));
    // The planner uses the partial index only when it can see that no spend is asked for.
    if (!filter.types.includes("spend")) text += " AND t.type <> 'spend'";
  }
  if (filter.min !== undefined) add((least) => `abs(t.amount) >= ${least}::bigint`, filter.min);
  if (filter.max !== undefined) add((most) => `abs(t.amount) <= ${most}::bigint`, filter.max);
  if (filter.refType) add((type) => `t.ref_type = ${type}`, filter.refType);
  if (filter.refId) add((id) => `t.ref_id = ${id}`, filter.refId);
  if (filter.text)
    add((part) => `(t.description ILIKE ${part} OR t.ref_id ILIKE ${part})`, `%${escapeLike(filter.text)}%`);
  return { text, values };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
