import { Webhook } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { deliveryColumns, nextTry } from "@/components/webhooks/delivery-columns";
import type { DeliveryRow } from "@/components/webhooks/delivery-words";
import { AccountCell } from "./account-cell";
import { ReplayWebhookButton } from "./replay-webhook-button";

/** Messages to customers' systems, with how they went and a way to send one again. */
export function WebhooksTable({
  rows,
  links,
  filtered,
}: {
  rows: readonly DeliveryRow[];
  /** Where each opens. */
  links: Readonly<Record<string, string>>;
  filtered: boolean;
}) {
  return (
    <DataTable
      hasManyColumns
      caption="Deliveries"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Webhook} title={filtered ? "No delivery is like that" : "Nothing was sent yet"}>
          {filtered
            ? "Choose another state or account."
            : "Customers add webhooks in their settings; what is sent to them stands here for 30 days."}
        </EmptyState>
      }
      columns={deliveryColumns({
        event: ({ id, type, url }) => (
          <span className="block min-w-0 wide:py-1.5">
            <TextLink href={(links[id] ?? "/admin/webhooks") as "/"} className="font-mono text-xs">
              {type}
            </TextLink>
            <span className="block max-w-80 truncate text-xs text-ink-muted" title={url}>
              {url}
            </span>
          </span>
        ),
        more: {
          afterStatus: {
            key: "account",
            head: "Account",
            cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
          },
          // Beside the account there is room for it in a wide window only.
          afterTime: { ...nextTry, className: "max-xl:hidden" },
        },
        again: ({ id, type }) => <ReplayWebhookButton id={id} label={type} />,
      })}
    />
  );
}
