import type { RateView } from "@/lib/metering/read-rate-card";

/** What decides the price of a feature, and so what has to be said of an operation before it runs. */
export interface FeatureKind {
  feature: string;
  /** Hardware by which it is priced; none when it is priced otherwise. */
  hardware: readonly string[];
  operations: readonly string[];
  /** What is counted beside tokens: hour, run, gb_day … */
  meters: readonly string[];
  /** The real cost of a model counts: its name and tokens, or dollars. */
  byCost: boolean;
}

// What has a field of its own, or is counted by itself.
const UNASKED = new Set([
  "cost",
  "byok_call",
  "call",
  "input_token",
  "output_token",
  "cached_input_token",
  "reasoning_token",
]);

/** What of a price says what it is decided by. */
export type Rate = Pick<RateView, "feature" | "hardware" | "operation" | "meter" | "markup">;

/** The features of a rate card, by name, each with what decides its price. */
export function featureKinds(rates: readonly Rate[]): FeatureKind[] {
  const names = [...new Set(rates.map(({ feature }) => feature))].sort();
  return names.map((feature) => {
    const own = rates.filter((rate) => rate.feature === feature);
    return {
      feature,
      hardware: present(own.map(({ hardware }) => hardware)),
      operations: present(own.map(({ operation }) => operation)),
      meters: present(own.map(({ meter }) => meter)).filter((meter) => !UNASKED.has(meter)),
      byCost: own.some(({ markup, meter }) => markup !== null || meter.endsWith("_token")),
    };
  });
}

function present(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== null && name !== ""))];
}

/** "model_inference" → "Model inference", for those who do not write code. */
export function featureInWords(feature: string): string {
  const words = feature
    .replaceAll(/[_.-]+/g, " ")
    .replaceAll(/\b(gpu|cpu|gepa)\b/g, (name) => name.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
