import { ShieldCheck } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { VerificationView } from "@/lib/backoffice/verification/list-verifications";
import { displayCount } from "@/lib/values/display/count";

const TONES: Readonly<Record<VerificationView["state"], Tone>> = {
  waiting: "neutral",
  running: "accent",
  silent: "warn",
  sound: "good",
  broken: "bad",
  "cut short": "warn",
};

/** Every run of verification, newest first. */
export function VerificationsTable({ runs }: { runs: readonly VerificationView[] }) {
  return (
    <DataTable
      caption="Runs of verification"
      rows={runs}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ShieldCheck} title="No runs yet">
          Verify now, or wait for the night.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "Begun (UTC)",
          narrow: "title",
          cell: ({ startedAt }) => <UtcTime column at={startedAt} />,
        },
        {
          key: "who",
          head: "Asked by",
          narrow: "meta",
          cell: ({ startedBy }) => startedBy ?? "the clock",
        },
        {
          key: "rows",
          head: "Rows",
          align: "right",
          narrow: "meta-value",
          cell: ({ rowsDone }) => displayCount(rowsDone),
        },
        {
          key: "wallets",
          head: "Wallets",
          align: "right",
          cell: ({ wallets, endedAt }) => (endedAt ? displayCount(wallets) : "—"),
        },
        {
          key: "faults",
          head: "Faults",
          align: "right",
          cell: ({ faultCount, endedAt }) => (endedAt ? displayCount(faultCount) : "—"),
        },
        {
          key: "state",
          head: "Result",
          narrow: "value",
          cell: ({ state }) => <Badge tone={TONES[state]}>{state}</Badge>,
        },
      ]}
    />
  );
}
