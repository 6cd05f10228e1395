import { randomBytes } from "node:crypto";
import { audit, nameOf } from "@/lib/accounts/audit";
import { deriveSecret } from "@/lib/accounts/derive-secret";
import { seal } from "@/lib/accounts/rules/seal";
import { unlessTaken } from "@/lib/accounts/unique";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { type ProviderKey, SHOWN } from "./provider-key";
import { endKeys } from "./revoke-provider-key";
import type { SaveProviderKey } from "./schema";

/** What keys are sealed with. */
export const SEAL = "ecu provider keys";

/**
 * Keeps a customer's own key of a provider, sealed, in place of the one that there was: calls use it from now on.
 * @throws Refusal `unprocessable` where the installation runs models with its own keys only, `conflict`
 */
export async function saveProviderKey(ctx: Context, input: SaveProviderKey): Promise<ProviderKey> {
  requirePermission(ctx, "provider_keys:write");
  if (env().ECU_DEPLOYMENT_MODE === "hosted") {
    throw new Refusal(
      "unprocessable",
      "This installation runs models with its own provider keys. Send calls without a key of your own: they are charged in credit.",
    );
  }
  const atOnce = () =>
    new Refusal(
      "conflict",
      "Somebody saved a key of this provider at the same moment. Look at it, and try again.",
    );
  return await unlessTaken(
    inAccount(ctx.accountId, (tx) => replaceKey(tx, ctx, input)),
    atOnce,
  );
}

async function replaceKey(tx: Tx, ctx: Context, input: SaveProviderKey): Promise<ProviderKey> {
  const { accountId } = ctx;
  const { provider, name, key } = input;
  const ended = await endKeys(tx, ctx, { provider });
  const id = newId();
  const sealed = seal(key, { accountId, id, what: provider }, deriveSecret(SEAL), randomBytes(12));
  const last4 = key.slice(-4);
  const saved = await tx.providerKey.create({
    data: {
      accountId,
      id,
      provider,
      name,
      sealed: new Uint8Array(sealed),
      last4,
      createdBy: nameOf(ctx.actor).actorName,
    },
    select: SHOWN,
  });
  const details = { provider, name, last4, replaced: ended.length > 0 };
  await audit(tx, ctx, { action: "provider_key.saved", subjectType: "provider_key", subjectId: id, details });
  return saved;
}
