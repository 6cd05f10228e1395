import { ScrollText } from "lucide-react";
import { deedInWords, detailsInWords } from "@/components/settings/deeds";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { DeedRow } from "@/lib/backoffice/audit/list-audits";
import { AccountCell } from "./account-cell";

/** Who did what, in whichever account. */
export function DeedsTable({ rows, filtered }: { rows: readonly DeedRow[]; filtered: boolean }) {
  return (
    <DataTable
      caption="Audit log"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ScrollText} title={filtered ? "No entry is like that" : "No entries yet"}>
          {filtered
            ? "Clear the filters to see all."
            : "What people answer for is written down here as they do it."}
        </EmptyState>
      }
      columns={[
        { key: "when", head: "When (UTC)", narrow: "value", cell: ({ at }) => <UtcTime at={at} /> },
        {
          key: "who",
          head: "Who",
          narrow: "meta",
          cell: ({ actor }) => <span className="block max-w-56 truncate">{actor}</span>,
        },
        {
          key: "what",
          head: "What",
          narrow: "title",
          cell: ({ action }) => (
            <span className="font-medium" title={action}>
              {deedInWords(action)}
            </span>
          ),
        },
        {
          key: "account",
          head: "Account",
          narrow: "meta-value",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "details",
          head: "Details",
          cell: ({ details, subject }) => (
            <span className="block max-w-md py-1.5 text-xs break-words text-ink-muted">
              {detailsInWords(details)}
              {subject && <CopyId id={subject} label="what it happened to" className="flex" />}
            </span>
          ),
        },
        {
          key: "request",
          head: "Request",
          cell: ({ requestId }) => requestId && <CopyId id={requestId} label="request id" />,
        },
      ]}
    />
  );
}
