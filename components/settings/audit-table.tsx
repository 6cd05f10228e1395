import { ScrollText } from "lucide-react";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { AuditRow } from "@/lib/accounts/list-audit";
import { deedInWords, detailsInWords } from "./deeds";

/** Who did what, when. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <DataTable
      caption="Audit log"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ScrollText} title="Nothing to show">
          There is nothing further back than this.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "When (UTC)",
          narrow: "value",
          cell: ({ createdAt }) => <UtcTime at={createdAt.toISOString()} />,
        },
        {
          key: "who",
          head: "Who",
          narrow: "meta",
          cell: ({ actorName }) => <span className="block max-w-64 truncate">{actorName}</span>,
        },
        {
          key: "what",
          head: "What",
          narrow: "title",
          cell: ({ action }) => <span className="font-medium">{deedInWords(action)}</span>,
        },
        {
          key: "details",
          head: "Details",
          cell: ({ details }) => (
            <span className="block max-w-md py-1.5 text-xs break-words text-ink-muted">
              {detailsInWords(details)}
            </span>
          ),
        },
        {
          key: "subject",
          head: "Id",
          narrow: "meta-value",
          cell: ({ subjectId }) => (subjectId ? <CopyId id={subjectId} label="id" /> : null),
        },
      ]}
    />
  );
}
