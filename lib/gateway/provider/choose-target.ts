import { readInAccount } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { invalid, Refusal } from "@/lib/values/refusal";
import { openProviderKey } from "../provider-keys/open-provider-key";
import { type Base, baseOf } from "../rules/base";
import { providerOf } from "../rules/providers";
import type { Address } from "./send";

/** Who runs a call's model, and who pays for it. */
export interface Target extends Base, Address {
  /** With the account's own key: the provider bills the account itself. */
  byok: boolean;
}

/**
 * Where a call goes. Named by `Ecu-Provider`: that provider, with the account's own key, or `managed` for the installation's. Otherwise the
 * account's own key of the installation's provider, the installation's key, or the only key of its own that the account has.
 * @throws Refusal `invalid_request` for a provider without a key, `unprocessable` where there is no key at all
 */
export async function chooseTarget(accountId: string, wanted: string | null): Promise<Target> {
  const managed = managedTarget();
  if (wanted === "managed") return managed ?? withoutKey();
  const hosted = env().ECU_DEPLOYMENT_MODE === "hosted";
  const own = hosted ? [] : await ownProviders(accountId);
  if (wanted !== null) {
    if (!providerOf(wanted)) throw invalid("Ecu-Provider", "is no provider that is known here");
    const target = own.includes(wanted) ? await ownTarget(accountId, wanted) : null;
    return target ?? (managed?.slug === wanted ? managed : withoutOwnKey(wanted));
  }
  const here = ["installation", baseOf(env().PROVIDER_BASE_URL).slug].find((slug) => own.includes(slug));
  const slug = here ?? (managed === null && own.length === 1 ? own[0] : undefined);
  const target = slug === undefined ? null : await ownTarget(accountId, slug);
  return target ?? managed ?? withoutKey();
}

/** The way that a call took, for whoever settles it later; null when its key is gone. */
export async function targetOf(accountId: string, slug: string, byok: boolean): Promise<Target | null> {
  return byok ? ownTarget(accountId, slug).catch(() => null) : managedTarget();
}

function managedTarget(): Target | null {
  const { PROVIDER_BASE_URL: baseUrl, PROVIDER_API_KEY: key } = env();
  return key === undefined ? null : { ...baseOf(baseUrl), baseUrl, key, byok: false };
}

async function ownTarget(accountId: string, slug: string): Promise<Target | null> {
  const opened = await openProviderKey(accountId, slug);
  if (!opened) return null;
  const { baseUrl, key, provider } = opened;
  return { ...baseOf(baseUrl), slug: provider, baseUrl, key, byok: true };
}

async function ownProviders(accountId: string): Promise<string[]> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<{ provider: string }>(
      "SELECT provider FROM provider_keys WHERE account_id = $1::uuid AND revoked_at IS NULL",
      [accountId],
    ),
  );
  return rows.map(({ provider }) => provider);
}

function withoutOwnKey(provider: string): never {
  throw invalid("Ecu-Provider", `names ${provider}, of which this account has no key: save one in Settings`);
}

function withoutKey(): never {
  throw new Refusal(
    "unprocessable",
    "There is no key of a provider to run this with. The operator sets OPENROUTER_API_KEY, or you save a key of your own under Settings → Provider keys.",
  );
}
