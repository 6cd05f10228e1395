import type { Amounts } from "./cost";
import { type FIELD_OF_METER } from "./kinds";
import { type Micro, MICRO_PER_ONE, quantity, whole } from "./quantity";

/** What a call used, as it is reported and as it is stored. */
export interface Used {
  inputTokens: bigint;
  outputTokens: bigint;
  cachedInputTokens: bigint;
  cacheWriteTokens: bigint;
  reasoningTokens: bigint;
  quantities: Readonly<Record<string, string>>;
}

/** What a call used by meter, for pricing. What is zero counts as not used. */
export function amountsOf({
  inputTokens,
  outputTokens,
  cachedInputTokens,
  cacheWriteTokens,
  reasoningTokens,
  quantities,
}: Used): Amounts {
  const amounts = new Map<string, Micro>([["call", MICRO_PER_ONE as Micro]]);
  const tokens: Record<keyof typeof FIELD_OF_METER, bigint> = {
    input_token: inputTokens,
    output_token: outputTokens,
    cached_input_token: cachedInputTokens,
    cache_write_token: cacheWriteTokens,
    reasoning_token: reasoningTokens,
  };
  for (const [meter, count] of Object.entries(tokens)) if (count > 0n) amounts.set(meter, whole(count));
  for (const [meter, text] of Object.entries(quantities)) amounts.set(meter, quantity(text));
  return amounts;
}
