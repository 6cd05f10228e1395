import { ScrollText } from "lucide-react";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { AuditRow } from "@/lib/accounts/list-audit";
import { Actor } from "./actor";
import { detailsInWords } from "./deed-details";
import { deedInWords } from "./deeds";

/** Who did what, when. */
export function AuditTable({
  rows,
  names,
  isFiltered,
}: {
  rows: readonly AuditRow[];
  /** Of the teams and the members, by their ids. */
  names: ReadonlyMap<string, string>;
  isFiltered: boolean;
}) {
  return (
    <DataTable
      hasManyColumns
      caption="Audit log"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ScrollText} title={isFiltered ? "No entry is like that" : "Nothing to show"}>
          {isFiltered ? "Clear the filters to see all." : "There is nothing further back than this."}
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "When (UTC)",
          narrow: "value",
          cell: ({ createdAt }) => (
            <>
              <UtcTime column at={createdAt.toISOString()} className="narrow:hidden" />
              <UtcTime at={createdAt.toISOString()} short className="wide:hidden" />
            </>
          ),
        },
        {
          key: "who",
          head: "Who",
          narrow: "meta",
          cell: ({ actorKind, actorName }) => <Actor kind={actorKind} actor={actorName} />,
        },
        {
          key: "what",
          head: "What",
          narrow: "title",
          cell: ({ action }) => (
            <span className="block font-medium break-words wide:min-w-40 wide:py-1.5">
              {deedInWords(action)}
            </span>
          ),
        },
        {
          key: "details",
          head: "Details",
          // A third line of its own where there are no columns; beside others all the room that they leave.
          className: "wide:w-full narrow:col-span-3 narrow:row-start-3 narrow:block narrow:min-w-0",
          cell: ({ action, details }) => (
            <span className="block text-xs wide:py-1.5 break-words text-ink-muted">
              {detailsInWords(action, details, names)}
            </span>
          ),
        },
        {
          key: "subject",
          head: "ID",
          narrow: "meta-value",
          cell: ({ subjectId }) => (subjectId ? <CopyId id={subjectId} label="id" /> : null),
        },
      ]}
    />
  );
}
