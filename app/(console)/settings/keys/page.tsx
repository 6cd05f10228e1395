import type { Metadata } from "next";
import { KeysCard } from "@/components/settings/keys-card";
import { NoAccess } from "@/components/settings/no-access";
import { type KeyRow, listKeys } from "@/lib/accounts/keys";
import { grantableScopes, rankOf } from "@/lib/accounts/rules/roles";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const ctx = await pageContext();
  if (!ctx.permissions.has("keys:read")) return <NoAccess what="API keys" who="Owners and admins" />;
  const keys = await listKeys(ctx);
  return (
    <KeysCard
      accountId={ctx.accountId}
      scopes={grantableScopes(rankOf(ctx.actor))}
      mayWrite={ctx.permissions.has("keys:write")}
      keys={keys.map(({ createdAt, expiresAt, lastUsedAt, revokedAt, expired, ...key }) => ({
        ...key,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        state: stateOf({ revokedAt, expired }),
      }))}
    />
  );
}

function stateOf({ revokedAt, expired }: Pick<KeyRow, "revokedAt" | "expired">) {
  if (revokedAt) return "revoked";
  return expired ? "expired" : "active";
}
