import type { ModelPrices } from "@/lib/metering/rules/cost";
import type { PriceKind } from "@/lib/metering/rules/kinds";
import { picoUsd } from "@/lib/values/usd";
import type { BillLine, TokenKind } from "./bill";

/** What we metered of a model on a day, and what it cost. */
export interface OurUse {
  day: string;
  model: string;
  input: bigint;
  cached: bigint;
  cacheWrite: bigint;
  output: bigint;
  cost: bigint;
}

/**
 * Our cost by kind of token. An event keeps its cost as one sum, so that the kinds share it as the price list prices them; their sum is that cost, to the
 * last digit. Without prices it stays one.
 */
export function splitCost(
  { day, model, input, cached, cacheWrite, output, cost }: OurUse,
  prices: ModelPrices | null,
): BillLine[] {
  const rest = input - cached - cacheWrite;
  const parts: readonly (readonly [TokenKind, bigint, bigint])[] = (
    [
      ["input", rest > 0n ? rest : 0n, priceOf(prices, "input")],
      ["cached_input", cached, priceOf(prices, "cached_input", "input")],
      ["cache_write", cacheWrite, priceOf(prices, "cache_write", "input")],
      ["output", output, priceOf(prices, "output")],
    ] as const
  ).filter(([, tokens]) => tokens > 0n);
  const weight = parts.reduce((sum, [, tokens, price]) => sum + tokens * price, 0n);
  if (weight === 0n) return [{ day, model, kind: "all", quantity: input + output, cost: picoUsd(cost) }];
  let left = cost;
  return parts.map(([kind, quantity, price], index) => {
    const share = index === parts.length - 1 ? left : (cost * quantity * price) / weight;
    left -= share;
    return { day, model, kind, quantity, cost: picoUsd(share) };
  });
}

function priceOf(prices: ModelPrices | null, ...kinds: PriceKind[]): bigint {
  for (const kind of kinds) {
    const [tier] = prices?.get(kind) ?? [];
    if (tier) return tier.perMillion;
  }
  return 0n;
}
