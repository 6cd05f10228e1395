import { LosslessNumber, stringify } from "lossless-json";
import { formatAtto } from "../prices/atto";
import { costOf, type Generation } from "../store/generation";

/** A generation as OpenRouter tells of it, with the exact cost. */
export function generationView(generation: Generation): string {
  const { id, model, streamed, startedAt, endedAt, promptTokens, completionTokens } = generation;
  const cost = new LosslessNumber(formatAtto(costOf(generation).total));
  const tookMs = endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null;
  const data = {
    id,
    upstream_id: null,
    total_cost: cost,
    usage: cost,
    cache_discount: null,
    created_at: startedAt,
    model,
    api_type: generation.kind === "chat" ? "completions" : "embeddings",
    streamed,
    cancelled: generation.state === "cut",
    provider_name: "sandbox",
    latency: tookMs,
    generation_time: tookMs,
    finish_reason: generation.finishReason,
    native_finish_reason: generation.finishReason,
    tokens_prompt: promptTokens,
    tokens_completion: completionTokens,
    native_tokens_prompt: promptTokens,
    native_tokens_completion: completionTokens,
    native_tokens_reasoning: generation.reasoningTokens,
    native_tokens_cached: generation.cachedTokens,
    is_byok: false,
    origin: "",
  };
  return stringify({ data }) ?? "";
}
