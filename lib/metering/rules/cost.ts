import { ceilDiv, formatScaled } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import { fieldOfMeter, KINDS, KINDS_BY_DEPTH, type PriceKind } from "./kinds";
import { formatQuantity, MICRO_PER_ONE, type Micro } from "./quantity";

/** 10⁻¹² USD for a million, for calls with more input tokens than `above`. */
export interface PriceTier {
  readonly above: bigint;
  readonly perMillion: bigint;
}

/** What a provider charges for a model: tiers in rising order, the first from zero. */
export type ModelPrices = ReadonlyMap<PriceKind, readonly PriceTier[]>;

/** What a call used, by meter. */
export type Amounts = ReadonlyMap<string, Micro>;

/** One line of a computation of cost. */
export interface CostLine {
  kind: PriceKind;
  quantity: string;
  /** USD for a million. */
  usd_per_million: string;
  /** The tier's threshold in input tokens, when it is not the first. */
  above_input_tokens?: string;
  usd: string;
}

export type CostResult = { cost: PicoUsd; lines: CostLine[] } | { field: string; message: string };

/**
 * What a call cost its provider's customer, rounded up to the pico-dollar. What has a price of its own (cached, audio …) is taken out
 * of what it is a part of; the highest tier that the call's input reaches prices the whole call, kind by kind.
 */
export function costOf(amounts: Amounts, prices: ModelPrices): CostResult {
  const input = (amounts.get("input_token") ?? 0n) / MICRO_PER_ONE;
  const leaves = new Map<PriceKind, bigint>();
  for (const kind of KINDS_BY_DEPTH) {
    if (!prices.has(kind)) continue;
    const { counts } = KINDS[kind];
    const parts = [...leaves].reduce(
      (sum, [part, leaf]) => (KINDS[part].within.includes(kind) ? sum + leaf : sum),
      0n,
    );
    const leaf = (amounts.get(counts) ?? (kind === "request" ? MICRO_PER_ONE : 0n)) - parts;
    if (leaf < 0n)
      return {
        field: fieldOfMeter(counts),
        message: "is less than the parts of it that are reported beside it",
      };
    leaves.set(kind, leaf);
  }
  const fault = unpriced(amounts, prices);
  if (fault) return fault;
  let total = 0n;
  const lines: CostLine[] = [];
  for (const [kind, leaf] of leaves) {
    const tier = prices.get(kind)?.findLast(({ above }) => above === 0n || input > above);
    if (!tier || leaf === 0n) continue;
    total += leaf * tier.perMillion;
    lines.push(lineOf(kind, leaf, tier));
  }
  // Millionths of something, at a price for a million of it.
  return { cost: picoUsd(ceilDiv(total, MICRO_PER_ONE * 1_000_000n)), lines: lines.reverse() };
}

/** Tokens that no price covers would be given away. */
function unpriced(amounts: Amounts, prices: ModelPrices): { field: string; message: string } | null {
  const kinds = ["input", "output"] as const;
  const open = kinds.find((kind) => !prices.has(kind) && (amounts.get(KINDS[kind].counts) ?? 0n) > 0n);
  if (open)
    return {
      field: fieldOfMeter(KINDS[open].counts),
      message: "has no price for this model in the price list: send cost_usd",
    };
  // No tokens cost nothing; no seconds of a model that is priced by the second were forgotten.
  const covered = [...prices.keys()].some(
    (kind) => ["input", "output", "request"].includes(kind) || amounts.has(KINDS[kind].counts),
  );
  if (covered) return null;
  const counted = [...prices.keys()].map((kind) => fieldOfMeter(KINDS[kind].counts));
  return {
    field: counted[0] ?? "cost_usd",
    message: `is needed: this model is priced by ${counted.join(", ")}`,
  };
}

function lineOf(kind: PriceKind, leaf: bigint, { above, perMillion }: PriceTier): CostLine {
  return {
    kind,
    quantity: formatQuantity(leaf as Micro),
    usd_per_million: formatScaled(perMillion, 12),
    ...(above > 0n && { above_input_tokens: above.toString() }),
    usd: formatScaled(leaf * perMillion, 24),
  };
}
