import type { RateView } from "@/lib/metering/read-rate-card";
import { featureName } from "@/lib/metering/rules/usage-names";

/** One way in which a feature is priced: on some hardware, or ('') on none that is named. */
export interface Way {
  hardware: string;
  /** What is counted beside tokens: hour, run, gb_day … */
  meters: readonly string[];
  /** The real cost of a model counts: its name and tokens, or dollars. */
  byCost: boolean;
}

/** What decides the price of a feature, and so what has to be said of an operation before it runs. */
export interface FeatureKind {
  feature: string;
  operations: readonly string[];
  /** At least one; the one without hardware first. */
  ways: readonly [Way, ...Way[]];
}

const TOKENS = new Set([
  "input_token",
  "output_token",
  "cached_input_token",
  "cache_write_token",
  "reasoning_token",
]);
// What has a field of its own, or is counted by itself.
const UNASKED = new Set([...TOKENS, "cost", "byok_call", "call"]);

/** What of a price says what it is decided by. */
export type Rate = Pick<RateView, "feature" | "hardware" | "operation" | "meter" | "markup">;

/** The features of a rate card, by name, each with what decides its price. */
export function featureKinds(rates: readonly Rate[]): FeatureKind[] {
  const names = [...new Set(rates.map(({ feature }) => feature))].sort();
  return names.flatMap((feature) => {
    const own = rates.filter((rate) => rate.feature === feature);
    const hardware = [...new Set(own.map((rate) => rate.hardware ?? ""))].sort(
      (left, right) => Number(left !== "") - Number(right !== ""),
    );
    const [first, ...others] = hardware.map((name) => wayOn(name, own));
    return first
      ? [{ feature, operations: present(own.map(({ operation }) => operation)), ways: [first, ...others] }]
      : [];
  });
}

function wayOn(hardware: string, rates: readonly Rate[]): Way {
  const own = rates.filter((rate) => (rate.hardware ?? "") === hardware);
  return {
    hardware,
    meters: present(own.map(({ meter }) => meter)).filter((meter) => !UNASKED.has(meter)),
    byCost: own.some(({ markup, meter }) => markup !== null || TOKENS.has(meter)),
  };
}

/** The way that is meant by a choice of hardware; the first where nothing was chosen. */
export function wayOf({ ways }: FeatureKind, hardware: string | undefined): Way {
  return ways.find((way) => way.hardware === hardware) ?? ways[0];
}

function present(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== null && name !== ""))];
}

/** "model_inference" → "Model inference", for those who do not write code. */
export function featureInWords(feature: string): string {
  return featureName(feature.replaceAll(/[.-]+/g, "_"));
}
