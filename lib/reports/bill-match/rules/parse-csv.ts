import { InvalidValue } from "@/lib/values/invalid-value";

/** The most rows that one file may have. */
const MAX_ROWS = 500_000;

/**
 * The rows of a CSV file by the names in its first line, as programs of providers write them: commas or semicolons, quoted cells, with or without a byte
 * order mark.
 * @throws InvalidValue for a file that is none
 */
export function parseCsv(text: string): Map<string, string>[] {
  const body = text.replace(/^\uFEFF/, "");
  const firstLine = body.slice(0, body.search(/[\r\n]|$/));
  const comma = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
  const rows = cellsOf(body, comma);
  const [head, ...lines] = rows;
  if (!head || head.length < 2) throw new InvalidValue("is no CSV file with a line of names");
  if (lines.length > MAX_ROWS) throw new InvalidValue(`has more than ${MAX_ROWS} rows`);
  const names = head.map((name) => name.trim());
  return lines
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => new Map(names.map((name, at) => [name, (cells[at] ?? "").trim()])));
}

function cellsOf(text: string, comma: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === comma || letter === "\n") {
      row.push(cell.replace(/\r$/, ""));
      cell = "";
      if (letter === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  if (quoted) throw new InvalidValue("ends inside of a quoted cell");
  if (cell !== "" || row.length > 0) rows.push([...row, cell.replace(/\r$/, "")]);
  return rows;
}
