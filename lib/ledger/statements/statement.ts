import type { Bulk } from "@/lib/db/column";

/** A statement of the posting path. The name lets a connection prepare it once. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
  /** The name by which others of the same write read what this one returns. */
  as?: string;
}

/** A statement over any number of rows, prepared once for each way in which they are sent. */
export function over<Row>(
  name: string,
  columns: Bulk<Row>,
  write: (rows: string) => string,
  as?: string,
): (rows: readonly Row[]) => Statement {
  const texts = new Map<string, string>();
  return (rows) => {
    const sent = columns.send(rows);
    const text = texts.get(sent.shape) ?? write(sent.rows);
    texts.set(sent.shape, text);
    return { name: `${name}_${sent.shape}`, text, values: sent.values, as };
  };
}

/** An insert of any number of rows; `tail` may say what to do with those that are there. */
export function insertOf<Row>(
  table: string,
  columns: Bulk<Row>,
  tail = "",
): (rows: readonly Row[]) => Statement {
  return over(
    `ledger_insert_${table.replace(/\W.*/, "")}`,
    columns,
    (rows) => `INSERT INTO ${table} (${columns.names}) SELECT ${columns.names} FROM ${rows}${tail}`,
  );
}

const combined = new Map<string, { name: string; text: string }>();

/**
 * Several writes as one statement, which the database takes, plans and answers once: for a small batch that is most of the work. They must
 * not depend on each other's rows but by constraints, which are checked at its end, and by what one returns under its name.
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
  const parts = writes.map(({ text, values, as }, place) => {
    const shift = before;
    before += values.length;
    const shifted = text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`);
    return { name: as ?? `write_${place}`, text: shifted };
  });
  const last = parts.pop()?.text ?? "";
  return `WITH ${parts.map(({ name, text }) => `${name} AS (${text})`).join(", ")} ${last}`;
}
