import { isoTime } from "@/lib/values/time";

/** A value that an array literal can carry. */
export type ColumnValue = string | bigint | number | boolean | Date | Buffer | null;

/**
 * A column of values as PostgreSQL's array literal, to be unnested. It is built here and not by the driver, because the
 * driver's general way took a third of the time of a batch.
 */
export function column(values: readonly ColumnValue[]): string {
  let literal = "{";
  for (let index = 0; index < values.length; index++)
    literal += (index > 0 ? "," : "") + element(values[index] ?? null);
  return `${literal}}`;
}

function element(value: ColumnValue): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return quoted(value);
  if (value instanceof Date) return `"${isoTime(value)}"`;
  if (value instanceof Buffer) return `"\\\\x${value.toString("hex")}"`;
  return String(value);
}

function quoted(text: string): string {
  return text.includes('"') || text.includes("\\") ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
}

/** The columns of a bulk statement: the type of each, and where its value is found in a row. */
export type Columns<Row> = Readonly<
  Record<string, readonly [type: string, value: (row: Row) => ColumnValue]>
>;

/** The parts of a statement that takes any number of rows in one go, as columns that it unnests. */
export interface Bulk<Row> {
  /** The columns' names, as an insert lists them. */
  names: string;
  /** The rows, as a FROM item that has these columns, called `n`. */
  rows: string;
  values(rows: readonly Row[]): string[];
}

/**
 * Writes the parts of a bulk statement from its columns. A column that has the same value in every row is sent once: most have, in a batch
 * for one wallet, and to read five hundred times the same account is a good part of what an insert costs.
 */
export function bulk<Row>(columns: Columns<Row>): Bulk<Row> {
  const all = Object.entries(columns).map(([name, [type, value]], place) => ({
    name,
    value,
    array: `$${place + 1}::${type}[]`,
  }));
  const names = all.map(({ name }) => name).join(", ");
  const each = all.map(
    ({ name, array }) => `CASE cardinality(${array}) WHEN 1 THEN (${array})[1] ELSE u.${name} END AS ${name}`,
  );
  const unnested = `unnest(${all.map(({ array }) => array).join(", ")}) AS u (${names})`;
  return {
    names,
    rows: `(SELECT ${each.join(", ")} FROM ${unnested}) AS n`,
    values: (rows) => {
      const same = all.map(({ value }) => isSame(rows, value));
      // Some column must tell how many rows there are.
      const counted = same.every(Boolean);
      return all.map(({ value }, place) =>
        same[place] && !(counted && place === 0) ? column([value(rows[0] as Row)]) : column(rows.map(value)),
      );
    },
  };
}

function isSame<Row>(rows: readonly Row[], value: (row: Row) => ColumnValue): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const known = value(first);
  for (const row of rows) if (value(row) !== known) return false;
  return true;
}
