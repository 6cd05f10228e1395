import { isLosslessNumber, parse } from "lossless-json";
import { ceilDiv } from "@/lib/values/money";
import { formatUsd, picoUsd } from "@/lib/values/usd";

/** What a call used, in the words of a usage event. */
export interface Used {
  input_tokens: number;
  output_tokens: number;
  cached_input_tokens: number;
  cache_write_tokens: number;
  reasoning_tokens: number;
  quantities?: Record<string, string>;
  /** What it really cost; without it the price list says so. */
  cost_usd?: string;
}

const MAX_TOKENS = 1_000_000_000_000;
const PICO_DIGITS = 12;

/** Reads the `usage` of an answer or of a chunk, given as JSON; null where there is none. Numbers are read as they are written. */
export function usedIn(json: string): Used | null {
  const { usage } = record(parse(json));
  const said = record(usage);
  const input = tokens(said.prompt_tokens ?? said.input_tokens);
  const output = tokens(said.completion_tokens ?? said.output_tokens) ?? 0;
  if (input === null) return null;
  const prompt = record(said.prompt_tokens_details);
  const completion = record(said.completion_tokens_details);
  const cost = costOf(said);
  return limited({
    input_tokens: input,
    output_tokens: output,
    cached_input_tokens: tokens(prompt.cached_tokens) ?? 0,
    cache_write_tokens: tokens(prompt.cache_write_tokens) ?? 0,
    reasoning_tokens: tokens(completion.reasoning_tokens) ?? 0,
    ...audioOf(tokens(prompt.audio_tokens) ?? 0, tokens(completion.audio_tokens) ?? 0),
    ...(cost !== null && { cost_usd: cost }),
  });
}

/** Reads OpenRouter's answer to `GET /generation`; null where it says nothing of the kind. */
export function usedByGeneration(json: string): Used | null {
  const data = record(record(parse(json)).data);
  const input = tokens(data.native_tokens_prompt ?? data.tokens_prompt);
  if (input === null) return null;
  const cost = usdUp(data.total_cost);
  return limited({
    input_tokens: input,
    output_tokens: tokens(data.native_tokens_completion ?? data.tokens_completion) ?? 0,
    cached_input_tokens: tokens(data.native_tokens_cached) ?? 0,
    cache_write_tokens: 0,
    reasoning_tokens: tokens(data.native_tokens_reasoning) ?? 0,
    ...(cost !== null && { cost_usd: formatUsd(picoUsd(cost)) }),
  });
}

/** True when it neither used nor cost anything. */
export function isNothing({ input_tokens, output_tokens, cost_usd = "0" }: Used): boolean {
  return input_tokens === 0 && output_tokens === 0 && cost_usd === "0";
}

/** What the provider took, and what its own provider took besides where the installation has a key there. */
function costOf(usage: Record<string, unknown>): string | null {
  const cost = usdUp(usage.cost);
  if (cost === null) return null;
  const upstream = usage.is_byok === true ? usdUp(record(usage.cost_details).upstream_inference_cost) : null;
  return formatUsd(picoUsd(cost + (upstream ?? 0n)));
}

/** A number of dollars as it is written, in 10⁻¹² USD, rounded up; null for what is none. */
export function usdUp(value: unknown): bigint | null {
  const written = isLosslessNumber(value) || typeof value === "number" ? value.toString() : null;
  const [, whole, fraction = "", exponent = "0"] =
    /^(\d{1,15})(?:\.(\d{1,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written ?? "") ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole + fraction);
  const shift = PICO_DIGITS - fraction.length + Number(exponent);
  return shift >= 0 ? digits * 10n ** BigInt(shift) : ceilDiv(digits, 10n ** BigInt(-shift));
}

function audioOf(input: number, output: number): Pick<Used, "quantities"> {
  const counted = { input_audio_token: input, output_audio_token: output };
  const used = Object.entries(counted).filter(([, count]) => count > 0);
  return used.length === 0
    ? {}
    : { quantities: Object.fromEntries(used.map(([meter, count]) => [meter, String(count)])) };
}

/** Parts are no more than the whole, whatever a provider says. */
function limited(used: Used): Used {
  const cached = Math.min(used.cached_input_tokens, used.input_tokens);
  return {
    ...used,
    cached_input_tokens: cached,
    cache_write_tokens: Math.min(used.cache_write_tokens, used.input_tokens - cached),
    reasoning_tokens: Math.min(used.reasoning_tokens, used.output_tokens),
  };
}

function tokens(value: unknown): number | null {
  const count = isLosslessNumber(value) || typeof value === "number" ? Number(value.toString()) : null;
  return count !== null && Number.isInteger(count) && count >= 0 && count <= MAX_TOKENS ? count : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
