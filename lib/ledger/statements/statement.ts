import type { Bulk } from "@/lib/db/column";

/** A statement of the posting path. The name lets a connection prepare it once. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** An insert of any number of rows; `tail` may say what to do with those that are there. */
export function insertOf<Row>(
  table: string,
  columns: Bulk<Row>,
  tail = "",
): (rows: readonly Row[]) => Statement {
  const text = `INSERT INTO ${table} (${columns.names}) SELECT ${columns.names} FROM ${columns.rows}${tail}`;
  return (rows) => ({
    name: `ledger_insert_${table.replace(/\W.*/, "")}`,
    text,
    values: columns.values(rows),
  });
}
