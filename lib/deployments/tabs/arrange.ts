import { parseScaled } from "@/lib/values/money";

/** How a field of a tab's rows is compared. */
type Order = "text" | "number" | "amount";

/** What a tab can be sorted by, and what it is sorted by when nothing is said: "-credits" is the most first. */
export interface Sorting<Row> {
  fields: Readonly<Partial<Record<Extract<keyof Row, string>, Order>>>;
  usual: string;
}

/** What is asked of a view: a text that rows contain, and a field to sort by, "-" before it for the largest first. */
export interface Arrangement {
  text?: string | undefined;
  sort?: string | undefined;
}

/** Whether a tab can be sorted so. */
export function isSort<Row>({ fields }: Sorting<Row>, asked: string | undefined): asked is string {
  return asked !== undefined && Object.hasOwn(fields, fieldOf(asked));
}

/** The field and direction of a view; the tab's own where nothing that it knows is asked for. */
export function sortOf<Row>(
  sorting: Sorting<Row>,
  asked: string | undefined,
): { field: string; descending: boolean } {
  const sort = isSort(sorting, asked) ? asked : sorting.usual;
  return { field: fieldOf(sort), descending: sort.startsWith("-") };
}

/** The rows of a view: those that contain the text anywhere in what they are called, in the order that is asked for. Unknown values come last. */
export function arrange<Row extends { id: string; name: string }>(
  rows: readonly Row[],
  sorting: Sorting<Row>,
  { text, sort }: Arrangement,
): Row[] {
  const { field, descending } = sortOf(sorting, sort);
  const order = (sorting.fields as Readonly<Record<string, Order | undefined>>)[field] ?? "text";
  const wanted = text?.trim().toLowerCase() ?? "";
  const shown = wanted === "" ? [...rows] : rows.filter((row) => textOf(row).includes(wanted));
  const value = (row: Row): unknown => Object.entries(row).find(([name]) => name === field)?.[1];
  return shown.sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === null || b === null) return a === b ? byName(left, right) : a === null ? 1 : -1;
    const apart = compare(String(a), String(b), order);
    return (descending ? -apart : apart) || byName(left, right);
  });
}

function fieldOf(sort: string): string {
  return sort.replace(/^-/, "");
}

function textOf(row: object): string {
  return Object.values(row)
    .filter((value) => typeof value === "string")
    .join("\n")
    .toLowerCase();
}

function compare(left: string, right: string, order: Order): number {
  if (order === "text") return left.localeCompare(right);
  const apart = parseScaled(left, 9) - parseScaled(right, 9);
  return apart > 0n ? 1 : apart < 0n ? -1 : 0;
}

function byName(left: { id: string; name: string }, right: { id: string; name: string }): number {
  return left.name.localeCompare(right.name) || left.id.localeCompare(right.id);
}
