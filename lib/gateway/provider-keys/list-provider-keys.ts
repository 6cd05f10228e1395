import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type ProviderKey, SHOWN } from "./provider-key";

const MOST = 200;

/** The account's own keys of providers: those in use, and then the revoked ones, newest first. */
export async function listProviderKeys(ctx: Context): Promise<ProviderKey[]> {
  requirePermission(ctx, "account:read");
  return await inAccount(ctx.accountId, (tx) =>
    tx.providerKey.findMany({
      where: { accountId: ctx.accountId },
      orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: SHOWN,
    }),
  );
}
