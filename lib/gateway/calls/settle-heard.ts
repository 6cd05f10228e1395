import { countPrompt, countTokens } from "../provider/count-tokens";
import { findGeneration } from "../provider/find-generation";
import type { Heard } from "../rules/heard";
import type { Used } from "../rules/used";
import type { BegunCall } from "./begin-call";
import type { Outcome } from "./call";
import { type Charge, settleCall } from "./settle-call";

/**
 * Settles what was heard of a call, wherever it ended: by what the provider said that it used, or has in its books, or else by what was counted
 * here: the prompt, and what was produced, at the least a token for each delta.
 */
export async function settleHeard(call: BegunCall, heard: Heard, outcome: Outcome): Promise<Charge | null> {
  const { generationId } = heard;
  return settleCall(call, await usedOf(call, heard), { outcome, generationId });
}

async function usedOf({ target, body }: BegunCall, heard: Heard): Promise<Used | null> {
  if (heard.used) return heard.used;
  const { generationId, failed, deltas, text } = heard;
  const told = target.tellsCost && generationId !== "" ? await findGeneration(target, generationId) : null;
  if (told) return told;
  if (failed && deltas === 0) return null;
  const [input_tokens, produced] = await Promise.all([countPrompt(body), countTokens(text)]);
  const output_tokens = Math.max(produced, deltas);
  return { input_tokens, output_tokens, cached_input_tokens: 0, cache_write_tokens: 0, reasoning_tokens: 0 };
}
