import { tariffsOf } from "@/lib/metering/rate-cards";
import type { Tariff } from "@/lib/metering/rules/price-event";
import type { Micro } from "@/lib/metering/rules/quantity";
import { entriesFor } from "@/lib/metering/rules/rate-card";
import { invalid } from "@/lib/values/refusal";
import { componentsOf } from "./rules/components";
import { HOURLY_METERS } from "./rules/meters";
import { FEATURES, type Instance, type Terms } from "./types";

/** The cards that apply to an account at a moment. Read before a transaction begins: it would wait for a second connection while it holds one. */
export async function tariffOf(accountId: string, at: Date): Promise<Tariff> {
  return (await tariffsOf(accountId, [at]))(at);
}

/** The price of an instance by some cards; null when they have none. */
export function findTerms(tariff: Tariff, instance: Instance): Terms | null {
  const { kind, model, hardware, units, vcpus, memoryGb, replicas } = instance;
  const machine = { hardware, units, vcpus: vcpus as Micro, memoryGb: memoryGb as Micro };
  const call = { feature: FEATURES[kind], operation: "", model, hardware };
  for (const card of tariff) {
    const timed = (card.entries.get(call.feature) ?? []).filter(({ meter }) => meter in HOURLY_METERS);
    const components = componentsOf(entriesFor(timed, call), machine, replicas);
    if (components.length > 0) return { rateCard: card.version, components };
  }
  return null;
}

/** The same for something new. @throws Refusal `invalid_request` naming what the card knows. */
export async function termsOf(instance: Instance): Promise<Terms> {
  const tariff = await tariffOf(instance.accountId, instance.startedAt);
  const terms = findTerms(tariff, instance);
  if (terms) return terms;
  const feature = FEATURES[instance.kind];
  const entries = tariff.flatMap((card) => card.entries.get(feature) ?? []);
  const known = new Set(entries.map(({ hardware, meter }) => hardware || `any hardware by ${meter}`));
  const names = [...known].sort().join(", ");
  throw invalid("hardware", `has no price for ${feature}; the rate card has ${names || "no price for it"}`);
}
