import { LosslessNumber } from "lossless-json";
import { formatAtto } from "../prices/atto";
import { costOf, type Generation } from "../store/generation";

/** What a generation has used, as OpenAI says it; with what it cost, as OpenRouter does, for who asks. */
export function usageOf(generation: Generation, withCost: boolean): object {
  const { promptTokens, cachedTokens, completionTokens, reasoningTokens } = generation;
  const prompt = { prompt_tokens: promptTokens };
  const total = { total_tokens: promptTokens + completionTokens };
  const tokens =
    generation.kind === "embedding"
      ? { ...prompt, ...total }
      : {
          ...prompt,
          completion_tokens: completionTokens,
          ...total,
          prompt_tokens_details: { cached_tokens: cachedTokens, audio_tokens: 0 },
          completion_tokens_details: { reasoning_tokens: reasoningTokens, audio_tokens: 0 },
        };
  if (!withCost) return tokens;
  const cost = costOf(generation);
  // Exact decimals, which a number of JavaScript is not.
  const usd = (atto: bigint) => new LosslessNumber(formatAtto(atto));
  return {
    ...tokens,
    cost: usd(cost.total),
    is_byok: false,
    cost_details: {
      upstream_inference_cost: null,
      upstream_inference_prompt_cost: usd(cost.prompt),
      upstream_inference_completions_cost: usd(cost.completion),
    },
  };
}
