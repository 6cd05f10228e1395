import type { AnyStatement } from "../schema";

/** What came and went under one name, as a statement of any format says it. */
interface Kind {
  kind: string;
  /** Rows that came in and rows that went out; the first format counts both in one number. */
  rows: readonly string[];
  added: string;
  used: string;
}

/** The sums of a statement by what its rows are. */
export function kindsOf(document: AnyStatement): Kind[] {
  return document.format === "ecu-statement-1"
    ? document.by_type.map(({ type, rows, added, used }) => ({ kind: type, rows: [rows], added, used }))
    : document.by_kind.map(({ kind, added_rows: into, used_rows: out, added, used }) => ({
        ...{ kind, added, used },
        rows: [into, out],
      }));
}
