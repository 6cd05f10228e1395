"use client";

import { Webhook } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import { replayEvent } from "@/lib/purchases/actions";
import { AgainButton } from "./again-button";
import type { StripeEventRow } from "@/lib/purchases/stripe-events";

const TONES: Readonly<Record<StripeEventRow["status"], Tone>> = {
  received: "warn",
  applied: "good",
  ignored: "neutral",
  failed: "bad",
};

/** The events of Stripe, with what each did, and a way to have one applied once more. */
export function EventsTable({ rows, filtered }: { rows: readonly StripeEventRow[]; filtered: boolean }) {
  return (
    <DataTable
      hasManyColumns
      caption="Stripe events"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Webhook} title={filtered ? "No event is like that" : "No events yet"}>
          {filtered
            ? "Choose another status."
            : "Stripe sends them to /api/stripe/webhook; the first one comes with the first purchase."}
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "Received (UTC)",
          narrow: "meta",
          cell: ({ receivedAt }) => <UtcTime column at={receivedAt} />,
        },
        {
          key: "type",
          head: "Type",
          narrow: "title",
          cell: ({ type, status, outcome }) => (
            <>
              <span className="font-medium">{type}</span>
              {status === "failed" && (
                <span className="hidden text-xs break-words text-bad narrow:block">{outcome}</span>
              )}
            </>
          ),
        },
        {
          key: "object",
          head: "Object",
          cell: ({ objectId }) => objectId && <CopyId id={objectId} label="object" className="max-w-none" />,
        },
        {
          key: "account",
          head: "Account",
          cell: ({ accountId }) => accountId && <CopyId id={accountId} label="account id" />,
        },
        {
          key: "status",
          head: "Status",
          narrow: "value",
          cell: ({ status }) => <Badge tone={TONES[status]}>{status}</Badge>,
        },
        {
          key: "outcome",
          head: "What it did",
          cell: ({ outcome, attempts }) => (
            <span className="block max-w-md wide:py-1.5 text-xs break-words text-ink-muted">
              {outcome}
              {attempts > 1 && ` (tried ${attempts} times)`}
            </span>
          ),
        },
        {
          key: "do",
          head: <span className="sr-only">What can be done</span>,
          align: "right",
          narrow: "meta-value",
          cell: ({ id, type }) => (
            <AgainButton
              run={() => replayEvent({ id })}
              done="It is applied once more; the same key never posts twice"
              label={`Replay ${type}`}
            >
              Replay
            </AgainButton>
          ),
        },
      ]}
    />
  );
}
