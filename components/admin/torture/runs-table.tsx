import { FlaskConical } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { TortureView } from "@/lib/backoffice/torture/list-torture";
import { displayCount } from "@/lib/values/display/count";

/** The newest runs. */
export function RunsTable({ runs }: { runs: readonly TortureView[] }) {
  return (
    <DataTable
      caption="Runs of the torture test"
      rows={runs}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={FlaskConical} title="No runs yet">
          A run takes a minute or two.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "Begun (UTC)",
          narrow: "title",
          cell: ({ startedAt }) => <UtcTime column at={startedAt} />,
        },
        { key: "by", head: "By", narrow: "meta", cell: ({ startedBy }) => startedBy },
        { key: "seed", head: "Seed", align: "right", cell: ({ seed }) => seed },
        { key: "events", head: "Events", align: "right", cell: ({ events }) => displayCount(events) },
        {
          key: "deliveries",
          head: "Deliveries",
          align: "right",
          narrow: "meta-value",
          cell: ({ deliveries }) => displayCount(deliveries),
        },
        {
          key: "end",
          head: "End",
          narrow: "value",
          cell: ({ endedAt, error, rounds }) =>
            error ? (
              <Badge tone="bad">cut short</Badge>
            ) : rounds.some(({ faults }) => faults.length > 0) ? (
              <Badge tone="bad">broken</Badge>
            ) : endedAt === null ? (
              <Badge tone="warn">not ended</Badge>
            ) : (
              <Badge tone="good">holds</Badge>
            ),
        },
      ]}
    />
  );
}
