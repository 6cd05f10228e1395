import { tariffsOf } from "@/lib/metering/rate-cards";
import { entriesFor } from "@/lib/metering/rules/rate-card";
import type { Micro } from "@/lib/metering/rules/quantity";
import { invalid } from "@/lib/values/refusal";
import { componentsOf } from "./rules/components";
import { HOURLY_METERS } from "./rules/meters";
import { FEATURES, type Instance, type Terms } from "./types";

/** What of an instance decides its price. */
export type Priced = Pick<
  Instance,
  "accountId" | "kind" | "model" | "hardware" | "units" | "vcpus" | "memoryGb"
>;

/** The price of an instance by the cards in force at a time; null when they have none. */
export async function findTerms(instance: Priced, replicas: number, at: Date): Promise<Terms | null> {
  const { accountId, kind, model, hardware, units, vcpus, memoryGb } = instance;
  const machine = { hardware, units, vcpus: vcpus as Micro, memoryGb: memoryGb as Micro };
  const call = { feature: FEATURES[kind], operation: "", model, hardware };
  for (const card of (await tariffsOf(accountId, [at]))(at)) {
    const timed = (card.entries.get(call.feature) ?? []).filter(({ meter }) => meter in HOURLY_METERS);
    const components = componentsOf(entriesFor(timed, call), machine, replicas);
    if (components.length > 0) return { rateCard: card.version, components };
  }
  return null;
}

/** The same for something new. @throws Refusal `invalid_request` naming what the card knows. */
export async function termsOf(instance: Priced, replicas: number, at: Date): Promise<Terms> {
  const terms = await findTerms(instance, replicas, at);
  if (terms) return terms;
  const feature = FEATURES[instance.kind];
  const entries = (await tariffsOf(instance.accountId, [at]))(at).flatMap(
    (card) => card.entries.get(feature) ?? [],
  );
  const known = [
    ...new Set(entries.map(({ hardware, meter }) => hardware || `any hardware by ${meter}`)),
  ].sort();
  throw invalid(
    "hardware",
    `has no price for ${feature}; the rate card has ${known.join(", ") || "no price for it"}`,
  );
}
