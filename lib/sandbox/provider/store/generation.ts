import type { Rates } from "../prices/rates";

/** What one call has made, and is billed for. */
export interface Generation {
  id: string;
  /** The key that it is billed to. */
  key: string;
  model: string;
  kind: "chat" | "embedding";
  streamed: boolean;
  promptTokens: number;
  /** Those of the prompt that were known from an earlier one. */
  cachedTokens: number;
  /** Everything that was produced, reasoning too. */
  completionTokens: number;
  reasoningTokens: number;
  /** As they were when it began. */
  rates: Rates;
  /** `cut`: it ended before it was complete, because the caller went away or the process ended. */
  state: "running" | "finished" | "cut";
  finishReason: string | null;
  startedAt: string;
  endedAt: string | null;
}

/** What a generation costs, in 10⁻¹⁸ USD. */
export interface Cost {
  prompt: bigint;
  completion: bigint;
  total: bigint;
}

export function costOf(generation: Generation): Cost {
  const { promptTokens, cachedTokens, completionTokens, reasoningTokens, rates } = generation;
  const prompt =
    BigInt(promptTokens - cachedTokens) * rates.input + BigInt(cachedTokens) * rates.cached + rates.request;
  const completion =
    BigInt(completionTokens - reasoningTokens) * rates.output + BigInt(reasoningTokens) * rates.reasoning;
  return { prompt, completion, total: prompt + completion };
}
