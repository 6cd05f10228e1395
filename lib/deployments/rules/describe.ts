import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import { formatCredits } from "@/lib/values/money";
import type { Component } from "./components";
import { nounOf } from "./meters";

export const TITLES = {
  gpu: "GPU Instance",
  inference: "Inference Instance",
  model_hosting: "Model Hosting",
  guardrail: "Guardrail",
  custom_script: "Custom Script",
} as const;
export type InstanceKind = keyof typeof TITLES;

interface Named {
  kind: InstanceKind;
  id: string;
}

/** "GPU Instance #132". */
export function titleOf({ kind, id }: Named): string {
  return `${TITLES[kind]} #${id}`;
}

/** "GPU Instance #132: hold 25 ECU per-GPU × 1 GPU × 1h". Cycles after the first are numbered, so that a refund can name its hold. */
export function describeHold(
  instance: Named,
  cycle: { no: number; components: readonly Component[]; replicas: number; ms: bigint },
): string {
  const parts = cycle.components
    .filter(({ meter }) => meter !== "floor")
    .map((component) => describePart(component, cycle.replicas));
  const rate = parts.length > 1 ? `(${parts.join(" + ")})` : parts[0];
  const number = cycle.no > 1 ? `, cycle ${cycle.no}` : "";
  return `${titleOf(instance)}: hold ${rate} × ${durationText(cycle.ms)}${number}`.slice(0, 500);
}

function describePart({ meter, hardware, units, price, per }: Component, replicas: number): string {
  const noun = nounOf(meter, hardware);
  const each = `${formatCredits(price)} ECU per${per === 1n ? "" : `-${per}`}-${noun}`;
  const count = formatQuantity((units / BigInt(replicas)) as Micro);
  const times = replicas > 1 ? ` × ${replicas} replicas` : "";
  return `${each} × ${count} ${noun}${count === "1" || noun === "GB" ? "" : "s"}${times}`;
}

/** "GPU Instance #132: refund of its hold, 45min used of 1h"; "… overage above its hold, …". */
export function describeSettlement(
  instance: Named,
  cycle: { no: number; used: bigint; planned: bigint; refund: boolean },
): string {
  const hold = cycle.no > 1 ? `the hold of cycle ${cycle.no}` : "its hold";
  const what = cycle.refund ? `refund of what ${hold} left` : `overage above ${hold}`;
  return `${titleOf(instance)}: ${what}, ${durationText(cycle.used)} used of ${durationText(cycle.planned)}`;
}

const SECOND_MS = 1_000n;
const STEPS = [
  [3_600_000n, "h"],
  [60_000n, "min"],
  [SECOND_MS, "s"],
] as const;

/** "24h", "1h 30min", "12s": whole seconds, the rest is left out. */
export function durationText(ms: bigint): string {
  const words: string[] = [];
  let rest = ms;
  for (const [length, unit] of STEPS) {
    if (rest >= length) words.push(`${rest / length}${unit}`);
    rest %= length;
  }
  return words.length > 0 ? words.join(" ") : "0s";
}
