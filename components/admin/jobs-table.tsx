import { ListChecks } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { JobRow } from "@/lib/backoffice/jobs/list-jobs";
import { AccountCell } from "./account-cell";
import { JobButtons } from "./job-buttons";

const TONES: Readonly<Record<JobRow["state"], Tone>> = {
  failed: "bad",
  retrying: "warn",
  running: "accent",
  waiting: "neutral",
  scheduled: "neutral",
};

/** The queue's jobs, with what went wrong and a way to have one run again. */
export function JobsTable({ rows, filtered }: { rows: readonly JobRow[]; filtered: boolean }) {
  return (
    <DataTable
      caption="Jobs"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ListChecks} title={filtered ? "No job is like that" : "The queue is empty"}>
          {filtered
            ? "Choose another state."
            : "A job that is done leaves the queue; what is left here waits or failed."}
        </EmptyState>
      }
      columns={[
        {
          key: "task",
          head: "Task",
          narrow: "title",
          cell: ({ task, lastError }) => (
            <span className="block min-w-0">
              <span className="font-mono text-xs font-medium">{task}</span>
              {lastError && (
                <span className="hidden text-xs break-words text-bad narrow:block">
                  {lastError.slice(0, 300)}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "state",
          head: "State",
          narrow: "value",
          cell: ({ state }) => <Badge tone={TONES[state]}>{state}</Badge>,
        },
        { key: "due", head: "Due (UTC)", narrow: "meta", cell: ({ runAt }) => <UtcTime column at={runAt} /> },
        {
          key: "tries",
          head: "Tries",
          align: "right",
          cell: ({ attempts, maxAttempts }) => `${attempts} of ${maxAttempts}`,
        },
        {
          key: "account",
          head: "Account",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "error",
          head: "Last error",
          cell: ({ lastError }) =>
            lastError && (
              <span className="block max-w-md wide:py-1.5 text-xs break-words text-ink-muted">
                {lastError.slice(0, 300)}
              </span>
            ),
        },
        {
          key: "do",
          head: <span className="sr-only">What can be done</span>,
          align: "right",
          narrow: "meta-value",
          cell: (job) => <JobButtons job={job} />,
        },
      ]}
    />
  );
}
