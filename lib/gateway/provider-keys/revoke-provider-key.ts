import { audit } from "@/lib/accounts/audit";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import { type ProviderKey, SHOWN } from "./provider-key";

/** Ends a customer's own key: it is erased here, and no later call uses it. What it pays for at the provider is not ours to end. */
export async function revokeProviderKey(ctx: Context, { id }: { id: string }): Promise<ProviderKey> {
  requirePermission(ctx, "provider_keys:write");
  return await inAccount(ctx.accountId, async (tx) => {
    const [ended] = await endKeys(tx, ctx, { id });
    if (!ended) throw notFound("provider key");
    return ended;
  });
}

/** Ends those that are in use, and erases what was sealed. */
export async function endKeys(
  tx: Tx,
  ctx: Context,
  which: { id: string } | { provider: string },
): Promise<ProviderKey[]> {
  const ended = await tx.providerKey.updateManyAndReturn({
    where: { accountId: ctx.accountId, ...which, revokedAt: null },
    data: { revokedAt: new Date(), sealed: new Uint8Array() },
    select: SHOWN,
  });
  for (const { id, provider, name, last4 } of ended) {
    const details = { provider, name, last4 };
    await audit(tx, ctx, {
      action: "provider_key.revoked",
      subjectType: "provider_key",
      subjectId: id,
      details,
    });
  }
  return ended;
}
