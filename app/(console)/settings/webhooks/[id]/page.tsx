import type { Metadata } from "next";
import { Refresh } from "@/components/admin/refresh";
import { linkWith } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { ViewLinks } from "@/components/admin/view-links";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { ExportButton } from "@/components/ui/export-button";
import { DeliveriesTable } from "@/components/webhooks/deliveries-table";
import { EndpointActions, SendFailedButton } from "@/components/webhooks/endpoint-actions";
import { EndpointDetails } from "@/components/webhooks/endpoint-details";
import { EndpointNotice } from "@/components/webhooks/endpoint-notice";
import { deliveryRow, endpointRow } from "@/components/webhooks/rows";
import { isUuid } from "@/lib/values/ids";
import { DELIVERY_STATUSES } from "@/lib/webhooks/delivery";
import { listDeliveries } from "@/lib/webhooks/read-deliveries";
import { readEndpoint } from "@/lib/webhooks/read-endpoints";
import { pageContext } from "@/lib/web/session";
import { found } from "../found";

export const metadata: Metadata = { title: "Webhook" };

const NAMES = { pending: "On their way", delivered: "Delivered", failed: "Given up" } as const;

const STATES = [
  { view: "all" as const, label: "All" },
  ...DELIVERY_STATUSES.map((view) => ({ view, label: NAMES[view] })),
];

/** One endpoint: how it stands, what can be done with it, and the log of what was sent. */
export default async function WebhookPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [ctx, { id }, query] = await Promise.all([pageContext(), params, searchParams]);
  const endpoint = endpointRow(await found([id], () => readEndpoint(ctx, id)));
  const status = DELIVERY_STATUSES.find((each) => each === query.status);
  const before = typeof query.before === "string" && isUuid(query.before) ? query.before : undefined;
  const { rows, more } = await listDeliveries(ctx, { endpointId: id, status, before });
  const mayWrite = ctx.permissions.has("webhooks:write");
  const { accountId } = ctx;
  const path = `/settings/webhooks/${id}`;
  return (
    <div className="space-y-5">
      <BackLink href="/settings/webhooks">All webhooks</BackLink>
      <EndpointNotice endpoint={endpoint} />
      <Card title={<span className="block font-mono text-sm text-wrap break-all">{endpoint.url}</span>}>
        <EndpointDetails endpoint={endpoint} />
        {mayWrite && (
          <div className="mt-4">
            <EndpointActions
              accountId={accountId}
              id={id}
              endpoint={endpoint}
              isEnabled={endpoint.isEnabled}
            />
          </div>
        )}
      </Card>
      <Card
        title="Deliveries"
        description="What was sent in the last 30 days. Whatever is sent again has the same webhook-id, so that your system knows it."
        actions={
          <>
            {mayWrite && endpoint.isEnabled && <SendFailedButton accountId={accountId} id={id} />}
            <ExportButton
              href={linkWith(`/api/v1/webhooks/${id}/deliveries.csv`, { status, account: accountId })}
            />
          </>
        }
        flush
      >
        <div className="px-5 py-3">
          <ViewLinks
            label="State"
            views={STATES}
            current={status ?? "all"}
            hrefOf={(state) => linkWith(path, { status: state === "all" ? undefined : state })}
          />
        </div>
        <div className="border-t">
          <DeliveriesTable
            accountId={accountId}
            rows={rows.map(deliveryRow)}
            allHref={status === undefined && before === undefined ? null : path}
            mayWrite={mayWrite && endpoint.isEnabled}
          />
        </div>
      </Card>
      <Pager
        newest={before ? linkWith(path, { status }) : null}
        older={more ? linkWith(path, { status, before: rows.at(-1)?.id }) : null}
      />
      {rows.some((row) => row.status === "pending") && <Refresh everyMs={1_500} />}
    </div>
  );
}
