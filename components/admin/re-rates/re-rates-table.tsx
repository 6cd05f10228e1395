import { History } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { ReRateRow } from "@/lib/backoffice/re-rates/read";
import { displayRange } from "@/lib/values/display/time";
import { ReRateStatus } from "./re-rate-status";

/** Re-rates, the newest first. */
export function ReRatesTable({ rows }: { rows: readonly ReRateRow[] }) {
  return (
    <DataTable
      caption="Re-rates"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={History} title="No calls were priced anew">
          A re-rate prices the calls of a period by another version of the rate card, shows each customer’s
          difference, and posts it when a second operator approves.
        </EmptyState>
      }
      columns={[
        {
          key: "reason",
          head: "Reason",
          narrow: "title",
          cell: ({ id, reason }) => (
            <TextLink href={`/admin/re-rates/${id}`} className="block max-w-lg truncate font-medium">
              {reason}
            </TextLink>
          ),
        },
        {
          key: "days",
          head: "Calls of (UTC)",
          narrow: "meta",
          cell: ({ from, to }) => displayRange(from, to),
        },
        { key: "version", head: "Priced by", cell: ({ version }) => `version ${version}` },
        {
          key: "who",
          head: "Proposed",
          cell: ({ proposedBy, proposedAt }) => (
            <span className="text-xs text-ink-muted">
              {proposedBy}, <UtcTime at={proposedAt} short />
            </span>
          ),
        },
        {
          key: "status",
          head: "Status",
          align: "right",
          narrow: "value",
          cell: ({ status }) => <ReRateStatus status={status} />,
        },
      ]}
    />
  );
}
