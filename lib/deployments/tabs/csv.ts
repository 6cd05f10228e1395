import { cell } from "@/lib/metering/export-usage";

/** Rows as CSV under the names of their fields. Texts that a spreadsheet would run are preceded by an apostrophe. */
export function csvOf<Row extends object>(
  fields: readonly Extract<keyof Row, string>[],
  rows: readonly Row[],
): string {
  const lines = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return fields.map((field) => textOf(values.get(field))).join(",");
  });
  return [fields.join(","), ...lines, ""].join("\n");
}

function textOf(value: unknown): string {
  if (typeof value === "number") return value.toString();
  return typeof value === "string" ? cellOf(value) : "";
}

/** Amounts are no texts: a negative one stays a number. */
function cellOf(value: string): string {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(value) ? value : cell(value);
}
