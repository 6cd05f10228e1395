import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { featureName } from "@/lib/metering/rules/usage-names";
import { displayCount } from "@/lib/values/display/count";
import { unitName } from "@/lib/values/display/unit";

/** Meters whose names are no words: one, and more than one of it. */
const METERS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  gb_day: ["GB-day", "GB-days"],
  byok_call: ["call with own key", "calls with own key"],
  gpu_hour: ["GPU-hour", "GPU-hours"],
  cpu_hour: ["CPU-hour", "CPU-hours"],
  vcpu_hour: ["vCPU-hour", "vCPU-hours"],
  memory_gb_hour: ["GB-hour of memory", "GB-hours of memory"],
};

/** What an entry is for: "Model inference · chat · gpt-4o". */
export function kindOf({ feature, operation, model, hardware }: DraftEntry): string {
  return [featureName(feature), operation, model, hardware].filter((part) => part !== "").join(" · ");
}

/** One of what is counted: "GB-day"; what a card calls `cost` is the call’s real cost. */
export function meterName(meter: string): string {
  return meter === "cost" ? "real cost" : wordsOf(meter)[0];
}

/** Its price in words: "cost × 1.3", "1 tool run / run", "5 ECU / 1M training tokens". */
export function priceOf({ meter, price, per, markup, unit }: DraftEntry): string {
  if (meter === "cost") return `cost × ${markup}`;
  return `${price} ${unitName(unit, price)} / ${measureOf(meter, per)}`;
}

/** What is counted: "run", "1M training tokens". */
function measureOf(meter: string, per: string): string {
  const [one, many] = wordsOf(meter);
  if (per === "1") return one;
  // A draft may say anything yet: only a number is written as one.
  if (!/^[0-9]+$/.test(per)) return `${per} ${many}`;
  const count = BigInt(per);
  const isMillions = count > 0n && count % 1_000_000n === 0n;
  return `${isMillions ? `${displayCount(count / 1_000_000n)}M` : displayCount(count)} ${many}`;
}

function wordsOf(meter: string): readonly [one: string, many: string] {
  const words = meter.replaceAll("_", " ");
  return METERS[meter] ?? [words, `${words}s`];
}

/** Its tiers in words, one a line. */
export function tiersOf({ meter, unit, tiers }: DraftEntry): string[] {
  return tiers.map(({ above, price, markup }) =>
    meter === "cost"
      ? `above $${above} a month: × ${markup}`
      : `above ${above} a month: ${price} ${unitName(unit, price)}`,
  );
}

/** The least that a call costs, in words. */
export function floorOf({ floor, unit }: DraftEntry): string {
  return floor === "" || floor === "0" ? "none" : `${floor} ${unitName(unit, floor)}`;
}

/** An entry with nothing said yet. */
export const NEW_ENTRY: DraftEntry = {
  ...{ feature: "", operation: "", model: "", hardware: "", meter: "cost", unit: "credit" },
  ...{ price: "", per: "1", markup: "1.3", floor: "0", tiers: [] },
};
