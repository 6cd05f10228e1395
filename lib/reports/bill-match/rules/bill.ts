import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import type { UtcDay } from "@/lib/values/time";

/** Kinds of tokens that bills tell apart. `all` is where one does not. Reasoning is output. */
export const TOKEN_KINDS = ["input", "cached_input", "cache_write", "output", "all"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What a provider charged for a model and kind of token on a UTC day. */
export interface BillLine {
  day: UtcDay;
  model: string;
  kind: TokenKind;
  /** Tokens; null where the bill does not count. */
  quantity: bigint | null;
  /** Below zero for what was credited. */
  cost: PicoUsd;
}

/** One line for each day, model and kind. */
export function sumLines(lines: readonly BillLine[]): BillLine[] {
  const sums = new Map<string, BillLine>();
  for (const line of lines) {
    const key = `${line.day}\n${line.model}\n${line.kind}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...sum,
            quantity: sum.quantity === null || line.quantity === null ? null : sum.quantity + line.quantity,
            cost: picoUsd(sum.cost + line.cost),
          }
        : line,
    );
  }
  return [...sums.values()];
}
