import type { Metadata } from "next";
import { Refresh } from "@/components/admin/refresh";
import { BackLink } from "@/components/ui/back-link";
import { DeliveryDetails } from "@/components/webhooks/delivery-details";
import { deliveryRow } from "@/components/webhooks/rows";
import { SendAgainButton } from "@/components/webhooks/send-again-button";
import { readDelivery } from "@/lib/webhooks/read-deliveries";
import { readEndpoint } from "@/lib/webhooks/read-endpoints";
import { pageContext } from "@/lib/web/session";
import { found } from "../../found";

export const metadata: Metadata = { title: "Delivery" };

/** One message to an endpoint: what is sent, and every attempt. */
export default async function DeliveryPage({
  params,
}: {
  params: Promise<{ id: string; delivery: string }>;
}) {
  const [ctx, { id, delivery }] = await Promise.all([pageContext(), params]);
  const [endpoint, details] = await found([id, delivery], () =>
    Promise.all([readEndpoint(ctx, id), readDelivery(ctx, delivery, id)]),
  );
  const { body, history, ...row } = details;
  const isNew = row.status === "pending" && row.attempts === 0;
  const maySend = ctx.permissions.has("webhooks:write") && endpoint.isEnabled && !isNew;
  return (
    <div className="space-y-5">
      <BackLink href={`/settings/webhooks/${id}`}>All deliveries of this webhook</BackLink>
      <DeliveryDetails
        delivery={deliveryRow(row)}
        body={body}
        history={history.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() }))}
        actions={
          maySend && (
            <SendAgainButton accountId={ctx.accountId} id={delivery} label={row.type} look="secondary" />
          )
        }
      />
      {row.status === "pending" && <Refresh everyMs={1_500} />}
    </div>
  );
}
