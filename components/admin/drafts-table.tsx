import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { plural } from "@/lib/values/display/count";
import type { DraftView } from "@/lib/metering/drafts/drafts";
import { Owner } from "./versions-table";

/** What is being written. */
export function DraftsTable({ drafts }: { drafts: readonly DraftView[] }) {
  return (
    <DataTable
      caption="Drafts"
      rows={drafts}
      rowKey={({ id }) => id}
      empty={
        <p className="px-5 py-5 text-sm text-ink-muted">
          No draft is being written. A draft changes nothing until it is published.
        </p>
      }
      columns={[
        {
          key: "name",
          head: "Draft",
          narrow: "title",
          cell: ({ id, name }) => <TextLink href={`/admin/rate-cards/drafts/${id}`}>{name}</TextLink>,
        },
        {
          key: "owner",
          head: "For",
          narrow: "meta-value",
          cell: ({ accountId }) => <Owner accountId={accountId} />,
        },
        {
          key: "prices",
          head: "Prices",
          align: "right",
          narrow: "value",
          cell: ({ entries }) => plural(entries.length, "price"),
        },
        {
          key: "when",
          head: "Last changed (UTC)",
          narrow: "meta",
          cell: ({ updatedAt, updatedBy }) => (
            <>
              <UtcTime column at={updatedAt} /> <span className="text-ink-muted">by {updatedBy}</span>
            </>
          ),
        },
      ]}
    />
  );
}
