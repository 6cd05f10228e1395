import { Send } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { deliveryColumns, nextTry } from "./delivery-columns";
import type { DeliveryRow } from "./delivery-words";
import { SendAgainButton } from "./send-again-button";

/** The log of an endpoint: what was sent, how it went, and when it is tried again. */
export function DeliveriesTable({
  accountId,
  rows,
  allHref,
  mayWrite,
}: {
  accountId: string;
  rows: readonly DeliveryRow[];
  /** Where all of them are, when only some were asked for. */
  allHref: string | null;
  /** Whether the person may send something again; and only where the endpoint is on. */
  mayWrite: boolean;
}) {
  return (
    <DataTable
      caption="Deliveries"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon={Send}
          title={allHref ? "No delivery is like that" : "Nothing was sent yet"}
          actions={allHref && <LinkButton href={allHref as "/"}>Show all deliveries</LinkButton>}
        >
          {allHref
            ? "None of the last 30 days is in this state."
            : "What happens from now on is sent at once and stands here for 30 days. Send a test to see that it arrives."}
        </EmptyState>
      }
      columns={deliveryColumns({
        event: ({ id, endpointId, type }) => (
          <TextLink
            href={`/settings/webhooks/${endpointId}/${id}`}
            className="block truncate font-mono text-xs"
            title={type}
          >
            {type}
          </TextLink>
        ),
        more: { afterTime: nextTry },
        again: ({ id, type }) =>
          mayWrite ? <SendAgainButton accountId={accountId} id={id} label={type} /> : null,
      })}
    />
  );
}
