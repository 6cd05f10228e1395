/** A text cell that reads as text in every spreadsheet: what one would run as a formula is preceded by an apostrophe. */
export function cell(text: string): string {
  const inert = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A line under these fields. Numbers and amounts stay numbers, negative ones too; lists are one cell; what is null is empty. */
export function lineOf<Row extends object>(fields: readonly Extract<keyof Row, string>[], row: Row): string {
  const values = new Map<string, unknown>(Object.entries(row));
  return `${fields.map((field) => textOf(values.get(field))).join(",")}\n`;
}

/** Rows under the names of their fields. */
export function csvOf<Row extends object>(
  fields: readonly Extract<keyof Row, string>[],
  rows: readonly Row[],
): string {
  return [`${fields.join(",")}\n`, ...rows.map((row) => lineOf(fields, row))].join("");
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return cell(value.join("; "));
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? text : cell(text);
}
