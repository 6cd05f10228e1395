import type { Metadata } from "next";
import { ChecksList } from "@/components/admin/checks-list";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { readHealth } from "@/lib/backoffice/health/read-health";
import { agoInWords } from "@/lib/backoffice/health/rules/in-words";
import { displayCount } from "@/lib/values/display/count";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Health" };

/** Every check, good or not, and when what runs by the clock last did. */
export default async function HealthPage() {
  const { checks, figures } = await readHealth(await pageOperator());
  const { queue, database, clock, outbox, mails, webhooks } = figures;
  const rows: [name: string, value: string][] = [
    ["Jobs waiting", displayCount(queue.waiting)],
    ["Jobs running", displayCount(queue.running)],
    ["Jobs scheduled for later", displayCount(queue.scheduled)],
    ["Jobs to be tried again", displayCount(queue.retrying)],
    ["Jobs failed", displayCount(queue.failed)],
    ["Tasks in the outbox", displayCount(outbox.count)],
    ["E-mails queued", displayCount(mails.queued)],
    ["Messages to customers’ systems due", displayCount(webhooks.waiting)],
    ["Connections to the database", `${database.connections} of ${database.most}`],
    ["Size of the database", `${displayCount(BigInt(database.bytes) / 1_000_000n)} MB`],
  ];
  return (
    <div className="space-y-5">
      <Card flush title="Checks">
        <ChecksList label="Checks" checks={checks} />
      </Card>
      <div className="grid gap-5 lg:grid-cols-2">
        <Card flush title="Figures">
          <DataTable
            caption="Figures"
            rows={rows}
            rowKey={([name]) => name}
            columns={[
              { key: "figure", head: "Figure", narrow: "title", cell: ([name]) => name },
              { key: "value", head: "Now", align: "right", narrow: "value", cell: ([, value]) => value },
            ]}
          />
        </Card>
        <Card flush title="By the clock">
          <DataTable
            caption="What runs by the clock"
            rows={clock}
            rowKey={({ task }) => task}
            empty={
              <p className="px-5 py-5 text-sm text-ink-muted">No task is known yet: no worker was started.</p>
            }
            columns={[
              {
                key: "task",
                head: "Task",
                narrow: "title",
                cell: ({ task }) => <span className="font-mono text-xs">{task}</span>,
              },
              {
                key: "ago",
                head: "Last ran",
                align: "right",
                narrow: "value",
                cell: ({ agoS }) =>
                  agoS === null ? <span className="text-ink-muted">not yet</span> : agoInWords(agoS),
              },
            ]}
          />
        </Card>
      </div>
    </div>
  );
}
