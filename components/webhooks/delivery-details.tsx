import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import { type DeliveryRow, statusInWords } from "./delivery-words";

/** One attempt as the page shows it. */
export interface AttemptRow {
  no: number;
  at: string;
  tookMs: number;
  status: number | null;
  error: string | null;
  answer: string;
}

/** A delivery: what is sent, and how each attempt went. */
export function DeliveryDetails({
  delivery,
  body,
  history,
  actions,
}: {
  delivery: DeliveryRow;
  body: string;
  history: readonly AttemptRow[];
  actions?: React.ReactNode;
}) {
  const { word, tone } = statusInWords(delivery);
  const { messageId, type, url, occurredAt, nextAt, endedAt } = delivery;
  return (
    <div className="space-y-5">
      <Card title={<span className="font-mono text-sm">{type}</span>} actions={actions}>
        <Details
          rows={[
            [
              "State",
              <Badge key="state" tone={tone}>
                {word}
              </Badge>,
            ],
            ["webhook-id", <CopyId key="id" id={messageId} label="webhook-id" full />],
            [
              "To",
              <span key="url" className="font-mono text-xs break-all">
                {url}
              </span>,
            ],
            ["Happened", <UtcTime key="at" at={occurredAt} />],
            ...(nextAt ? ([["Next try", <UtcTime key="next" at={nextAt} />]] as const) : []),
            ...(endedAt ? ([["Ended", <UtcTime key="ended" at={endedAt} />]] as const) : []),
          ]}
        />
      </Card>
      <CodeBlock label="What is sent" code={JSON.stringify(JSON.parse(body), null, 2)} />
      <Card title="Attempts" flush>
        <DataTable
          caption="Attempts"
          rows={history}
          rowKey={({ no }) => String(no)}
          empty={<p className="px-5 py-5 text-sm text-ink-muted">None yet: it goes out within a second.</p>}
          columns={[
            {
              key: "no",
              head: "No.",
              narrow: "title",
              cell: ({ no }) => (
                <span className="whitespace-nowrap">
                  <span className="wide:hidden">Attempt </span>
                  {no}
                </span>
              ),
            },
            { key: "at", head: "At (UTC)", narrow: "meta", cell: ({ at }) => <UtcTime column at={at} /> },
            {
              key: "result",
              head: "Answer",
              narrow: "value",
              cell: ({ status, error }) => (
                <span className="block wide:py-1.5">{status === null ? error : `HTTP ${status}`}</span>
              ),
            },
            {
              key: "took",
              head: "Took",
              align: "right",
              narrow: "meta-value",
              cell: ({ tookMs }) => `${tookMs} ms`,
            },
            {
              key: "answer",
              head: "What it said",
              cell: ({ answer }) => (
                <span className="block max-w-md wide:py-1.5 font-mono text-xs break-words whitespace-pre-wrap text-ink-muted">
                  {answer || "—"}
                </span>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}
