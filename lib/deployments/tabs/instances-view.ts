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

/** The rows that the tab shows, and those of its file. */
export function instancesView(rows: readonly SpendingRow[], asked: Arrangement): InstanceLine[] {
  return arrange(
    rows.map((row) => ({ ...row, name: row.title })),
    SORT_INSTANCES,
    asked,
  );
}
