import type { SpendingRow } from "../read-spending";
import { type Arrangement, arrange, type Sorting } from "./arrange";

/** An instance as a row: its title is its name. */
export type InstanceLine = SpendingRow & { name: string };

export const SORT_INSTANCES: Sorting<InstanceLine> = {
  fields: {
    name: "text",
    started_at: "text",
    next_cycle_at: "text",
    held: "amount",
    spent: "amount",
    status: "text",
  },
  usual: "-started_at",
};

/** Those that ran at any time of these days; all of them without days. */
export function ranIn(
  rows: readonly SpendingRow[],
  { from, to }: { from?: string | undefined; to?: string | undefined },
): SpendingRow[] {
  return rows.filter(
    ({ started_at, stopped_at }) =>
      (to === undefined || started_at.slice(0, 10) <= to) &&
      (from === undefined || stopped_at === null || stopped_at.slice(0, 10) >= from),
  );
}

/** The rows that the tab shows, and those of its file. */
export function instancesView(rows: readonly SpendingRow[], asked: Arrangement): InstanceLine[] {
  return arrange(
    rows.map((row) => ({ ...row, name: row.title })),
    SORT_INSTANCES,
    asked,
  );
}
