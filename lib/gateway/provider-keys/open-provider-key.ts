import { deriveSecret } from "@/lib/accounts/derive-secret";
import { unseal } from "@/lib/accounts/rules/seal";
import { inAccount } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/values/refusal";
import { providerOf, type ProviderSlug } from "../rules/providers";
import { SEAL } from "./save-provider-key";

const NOTED_EVERY_MS = 3_600_000;

/** A key for one call. It must never be kept, logged or answered with. */
export interface OpenedKey {
  id: string;
  provider: ProviderSlug;
  key: string;
  /** Where it belongs, and nowhere else. No slash at the end. */
  baseUrl: string;
}

/**
 * The account's own key of a provider, for the gateway; null where it has none, or where the installation runs models
 * with its own keys only. Notes that it was used, at most once an hour.
 * @throws Refusal `unprocessable` for one that cannot be opened any more
 */
export async function openProviderKey(accountId: string, provider: string): Promise<OpenedKey | null> {
  const known = providerOf(provider);
  if (!known || env().ECU_DEPLOYMENT_MODE === "hosted") return null;
  const found = await inAccount(accountId, async (tx) => {
    const row = await tx.providerKey.findFirst({ where: { accountId, provider, revokedAt: null } });
    if (row && !(row.lastUsedAt && Date.now() - row.lastUsedAt.getTime() < NOTED_EVERY_MS)) {
      await tx.providerKey.update({
        where: { accountId_id: { accountId, id: row.id } },
        data: { lastUsedAt: new Date() },
      });
    }
    return row;
  });
  if (!found) return null;
  const { id, sealed } = found;
  const key = unseal(sealed, { accountId, id, what: provider }, deriveSecret(SEAL));
  if (key === null) {
    throw new Refusal(
      "unprocessable",
      `The key of ${known.name} that was saved cannot be opened any more. Save it again under Settings → Provider keys.`,
    );
  }
  return { id, provider: known.slug, key, baseUrl: known.baseUrl ?? env().PROVIDER_BASE_URL };
}
