import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { floorOf, joinWord, kindOf, priceOf, tiersOf } from "./entry-words";

/** The prices of a card, with what can be done to each, if anything can. */
export function EntriesTable({
  entries,
  actionsOf,
  faultOf,
}: {
  entries: readonly DraftEntry[];
  actionsOf?: (index: number) => ReactNode;
  faultOf?: (index: number) => string | null;
}) {
  const rows = entries.map((entry, index) => ({ entry, index }));
  return (
    <DataTable
      caption="Prices"
      rows={rows}
      rowKey={({ index }) => String(index)}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">No prices yet.</p>}
      columns={[
        {
          key: "kind",
          head: "For",
          narrow: "title",
          cell: ({ entry, index }) => (
            <span className="block max-w-xl wide:py-1 wrap-anywhere">
              <Name entry={entry} above={entries[index - 1]} />
              {faultOf?.(index) && (
                <span className="block text-xs text-bad" role="alert">
                  {faultOf(index)}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "price",
          head: "Price",
          align: "right",
          narrow: "value",
          cell: ({ entry }) => (
            <span className="block wide:py-1">
              {priceOf(entry)}
              {tiersOf(entry).map((line) => (
                <span key={line} className="block text-xs text-ink-muted">
                  {line}
                </span>
              ))}
            </span>
          ),
        },
        {
          key: "floor",
          head: "Floor per call",
          align: "right",
          narrow: "meta",
          cell: ({ entry }) => (
            <span className="whitespace-nowrap text-ink-muted">
              <span className="wide:hidden">floor: </span>
              {floorOf(entry)}
            </span>
          ),
        },
        ...(actionsOf
          ? [
              {
                key: "actions",
                head: <span className="sr-only">Actions</span>,
                align: "right" as const,
                narrow: "meta-value" as const,
                cell: ({ index }: { index: number }) => actionsOf(index),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What it is for; below another price of the same, how the two go together. */
function Name({ entry, above }: { entry: DraftEntry; above: DraftEntry | undefined }) {
  const join = joinWord(entry, above);
  if (join === null) return <span title={entry.feature}>{kindOf(entry)}</span>;
  return (
    <span className="pl-4 text-ink-muted" title={kindOf(entry)}>
      {join} <span className="sr-only">{kindOf(entry)}</span>
    </span>
  );
}
