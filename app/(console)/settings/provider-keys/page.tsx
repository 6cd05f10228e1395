import type { Metadata } from "next";
import { ManagedOnly } from "@/components/provider-keys/managed-only";
import { ProviderKeysCard } from "@/components/provider-keys/provider-keys-card";
import { UseYourKey } from "@/components/provider-keys/use-your-key";
import { WhoMayChange } from "@/components/settings/who-may";
import { env } from "@/lib/env";
import { listProviderKeys } from "@/lib/gateway/provider-keys/list-provider-keys";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { displayAmount } from "@/lib/values/display/amount";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";

export const metadata: Metadata = { title: "Provider keys" };

/** The account's own keys of model providers, where the installation takes them. */
export default async function ProviderKeysPage() {
  const ctx = await pageContext();
  if (env().ECU_DEPLOYMENT_MODE === "hosted") return <ManagedOnly />;
  const [keys, card, url] = await Promise.all([listProviderKeys(ctx), readRateCard(ctx), consoleUrl()]);
  const inUse = keys.find(({ revokedAt }) => revokedAt === null);
  const perCall = card.rates.find(
    ({ feature, meter }) => feature === "model_inference" && meter === "byok_call",
  );
  return (
    <div className="space-y-5">
      {keys.length > 0 && (
        <WhoMayChange what="provider keys" needs="provider_keys:write" permissions={ctx.permissions} />
      )}
      <ProviderKeysCard
        accountId={ctx.accountId}
        mayWrite={ctx.permissions.has("provider_keys:write")}
        billed={
          perCall?.price
            ? `The platform’s own work is charged: ${displayAmount(perCall.price)} ECU a call.`
            : "The platform’s own work is charged by the rate card."
        }
        keys={keys.map(({ createdAt, lastUsedAt, revokedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          revokedAt: revokedAt?.toISOString() ?? null,
        }))}
      />
      {inUse && <UseYourKey url={url} provider={inUse.provider} />}
    </div>
  );
}
