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

const combined = new Map<string, { name: string; text: string }>();

/**
 * Several writes as one statement, which the database takes, plans and answers once: for a small batch that is most of the work. They must
 * not depend on each other's rows but by constraints, which are checked at its end.
 */
export function atOnce(writes: readonly Statement[]): Statement[] {
  if (writes.length < 2) return [...writes];
  const kinds = writes.map(({ name }) => name).join(" ");
  const known = combined.get(kinds) ?? { name: `ledger_write_${combined.size}`, text: combine(writes) };
  combined.set(kinds, known);
  return [{ ...known, values: writes.flatMap(({ values }) => values) }];
}

function combine(writes: readonly Statement[]): string {
  let before = 0;
  const texts = writes.map(({ text, values }) => {
    const moved = before;
    before += values.length;
    return text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + moved}`);
  });
  const last = texts.pop() ?? "";
  return `WITH ${texts.map((text, place) => `write_${place} AS (${text})`).join(", ")} ${last}`;
}
