import { ScrollText } from "lucide-react";
import { Actor } from "@/components/settings/actor";
import { detailsInWords } from "@/components/settings/deed-details";
import { deedInWords } from "@/components/settings/deeds";
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
      hasManyColumns
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
        {
          key: "when",
          head: "When (UTC)",
          narrow: "value",
          cell: ({ at }) => (
            <>
              <UtcTime column at={at} className="narrow:hidden" />
              <UtcTime at={at} short className="wide:hidden" />
            </>
          ),
        },
        {
          key: "who",
          head: "Who",
          narrow: "meta",
          cell: ({ actorKind, actor }) => <Actor kind={actorKind} actor={actor} />,
        },
        {
          key: "what",
          head: "What",
          narrow: "title",
          cell: ({ action }) => (
            <span className="block font-medium break-words wide:py-1.5" title={action}>
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
          // A third line of its own where there are no columns.
          className: "narrow:col-span-3 narrow:row-start-3 narrow:block narrow:min-w-0",
          cell: ({ action, details, subject }) => (
            <span className="block max-w-md text-xs wide:py-1.5 break-words text-ink-muted">
              {detailsInWords(action, details)}
              {subject && <Subject subject={subject} />}
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

/** "rate_card:6f0c…": what it happened to, and its id, which is shortened and copied without the kind. */
function Subject({ subject }: { subject: string }) {
  const [, kind, id = subject] = /^([a-z_]+):(.+)$/.exec(subject) ?? [];
  return (
    <span className="flex min-w-0 items-center gap-1">
      {kind && (
        <span className="whitespace-nowrap">{kind === "email" ? "e-mail" : kind.replaceAll("_", " ")}</span>
      )}
      <CopyId id={id} label="what it happened to" />
    </span>
  );
}
