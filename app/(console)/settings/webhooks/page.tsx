import type { Metadata } from "next";
import { EndpointsCard } from "@/components/webhooks/endpoints-card";
import { WhoMayChange } from "@/components/settings/who-may";
import { endpointRow } from "@/components/webhooks/rows";
import { listEndpoints } from "@/lib/webhooks/read-endpoints";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Webhooks" };

/** The account's own systems that are told of what happens. */
export default async function WebhooksPage() {
  const ctx = await pageContext();
  const endpoints = await listEndpoints(ctx);
  return (
    <div className="space-y-5">
      {endpoints.length > 0 && (
        <WhoMayChange what="webhooks" needs="webhooks:write" permissions={ctx.permissions} />
      )}
      <EndpointsCard
        accountId={ctx.accountId}
        endpoints={endpoints.map(endpointRow)}
        mayWrite={ctx.permissions.has("webhooks:write")}
      />
    </div>
  );
}
