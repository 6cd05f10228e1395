import { FEATURES_BY_TIME } from "@/lib/metering/rules/categories";

/** How much was used, as a plain decimal, in a unit as FOCUS writes units. */
export interface Consumed {
  quantity: string;
  unit: string;
}

/** The meters of time, the one that says most of a row first: a GB of memory is part of a machine. */
const UNITS = [
  ["hour", "Hours"],
  ["gpu_hour", "GPU-Hours"],
  ["cpu_hour", "CPU-Hours"],
  ["vcpu_hour", "vCPU-Hours"],
  ["memory_gb_hour", "GB-Hours"],
  ["gb_day", "GB-Days"],
] as const;

/**
 * What a day's usage under the same names is counted in: tokens, else calls; and what is metered by time, such as a cycle of an instance or a day of a volume,
 * in what `measured` says of all its events. Where they have no meter of time in common they are usage events, because nobody called them.
 */
export function consumedOf({
  feature,
  calls,
  tokens,
  measured,
}: {
  feature: string;
  calls: string;
  tokens: string;
  measured: Readonly<Record<string, string>> | null;
}): Consumed {
  if (tokens !== "0") return { quantity: tokens, unit: "Tokens" };
  if (!FEATURES_BY_TIME.includes(feature)) return { quantity: calls, unit: "Calls" };
  for (const [meter, unit] of UNITS) {
    const quantity = measured?.[meter];
    if (quantity !== undefined) return { quantity, unit };
  }
  return { quantity: calls, unit: "Usage Events" };
}
