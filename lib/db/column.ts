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

/** Rows on their way into a statement. */
export interface Sent {
  /** The rows, as a FROM item that has the columns, called `n`. */
  rows: string;
  /** Names that text: the same word, the same text. */
  shape: string;
  values: (string | null)[];
}

/** The columns of a statement that takes any number of rows in one go. */
export interface Bulk<Row> {
  /** The columns' names, as an insert lists them. */
  names: string;
  /** @param before how many parameters of the statement come before these */
  send(rows: readonly Row[], before?: number): Sent;
}

/**
 * Makes the parts of a bulk statement from its columns. Most columns have the same value in every row of a batch, and a list costs the database
 * a store of its own to unnest, however short it is: for small batches that was most of the work. So a single row is sent as plain values; and
 * of several rows, those columns as lists that this process has ever seen to differ within a batch. They only become more, so that there are
 * few texts to prepare. A list of equal values is sent as one.
 */
export function bulk<Row>(columns: Columns<Row>): Bulk<Row> {
  const all = Object.entries(columns).map(([name, [type, value]]) => ({ name, type, value }));
  const lists = all.map(() => false);
  let version = 0;
  const learn = (place: number) => {
    if (lists[place]) return;
    lists[place] = true;
    version += 1;
  };
  const texts = new Map<string, string>();
  return {
    names: all.map(({ name }) => name).join(", "),
    send: (rows, before = 0) => {
      const [first] = rows;
      const isOne = rows.length === 1;
      const same = all.map(({ value }) => isOne || isSame(rows, value));
      if (!isOne) same.forEach((equal, place) => !equal && learn(place));
      // Some column must tell how many rows there are.
      if (version === 0) learn(0);
      const isList = (place: number) => !isOne && lists[place] === true;
      const counting = same.some((equal, place) => isList(place) && !equal) ? -1 : lists.indexOf(true);
      const shape = isOne ? "one" : String(version);
      const rowsText = texts.get(`${shape} ${before}`) ?? fromItem(all, isList, before);
      texts.set(`${shape} ${before}`, rowsText);
      return {
        rows: rowsText,
        shape,
        values: all.map(({ value }, place) => {
          if (!isList(place)) return first === undefined ? null : plain(value(first));
          return same[place] && place !== counting && first !== undefined
            ? column([value(first)])
            : column(rows.map(value));
        }),
      };
    },
  };
}

function fromItem(
  all: readonly { name: string; type: string }[],
  isList: (place: number) => boolean,
  before: number,
): string {
  const parameter = (place: number) => `$${before + place + 1}::${all[place]?.type}`;
  const each = all.map(({ name }, place) => {
    if (!isList(place)) return `${parameter(place)} AS ${name}`;
    const list = `${parameter(place)}[]`;
    return `CASE cardinality(${list}) WHEN 1 THEN (${list})[1] ELSE u.${name} END AS ${name}`;
  });
  const listed = all.flatMap(({ name }, place) => (isList(place) ? [{ name, place }] : []));
  const unnested = listed.map(({ place }) => `${parameter(place)}[]`).join(", ");
  const source =
    listed.length > 0 ? ` FROM unnest(${unnested}) AS u (${listed.map(({ name }) => name).join(", ")})` : "";
  return `(SELECT ${each.join(", ")}${source}) AS n`;
}

/** A value as a parameter of its own. */
function plain(value: ColumnValue): string | null {
  if (value === null) return null;
  if (value instanceof Date) return isoTime(value);
  return value instanceof Buffer ? `\\x${value.toString("hex")}` : String(value);
}

/** True for no rows, too: nothing differs. */
function isSame<Row>(rows: readonly Row[], value: (row: Row) => ColumnValue): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  const known = value(first);
  for (const row of rows) if (value(row) !== known) return false;
  return true;
}
