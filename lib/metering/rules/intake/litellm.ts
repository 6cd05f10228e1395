import { type Fields, isFields, type Translation, Translator } from "./translation";

const OPERATIONS: readonly [pattern: RegExp, operation: string][] = [
  [/embedding/, "embedding"],
  [/image/, "image"],
  [/speech|transcription|audio/, "audio"],
  [/video/, "video"],
  [/completion|response|message|generate_content/, "chat"],
];

/** True for what LiteLLM's callbacks send: its standard logging payload. */
export function isLiteLlm(fields: Fields): boolean {
  return typeof fields.call_type === "string" && ("prompt_tokens" in fields || "response_cost" in fields);
}

/**
 * A call as LiteLLM's standard logging payload tells it. Its prompt tokens have the cached ones in them for every provider, and its cost is what
 * the call really cost. What came out of its own cache cost nothing. A call that failed is refused: nothing was used.
 */
export function fromLiteLlm(payload: Fields): Translation {
  const told = new Translator();
  told.take("id", payload, ["id", "litellm_call_id"], "");
  told.take("occurred_at", payload, ["endTime", "startTime"], "", timeOf);
  told.take("model", payload, ["model"], "");
  told.take("provider", payload, ["custom_llm_provider"], "");
  told.take("operation", payload, ["call_type"], "", operationOf);
  told.take("input_tokens", payload, ["prompt_tokens"], "");
  told.take("output_tokens", payload, ["completion_tokens"], "");
  const metadata = isFields(payload.metadata) ? payload.metadata : {};
  told.take("member", metadata, ["user_api_key_user_email", "user_api_key_user_id"], "metadata.");
  told.take("team", metadata, ["user_api_key_team_alias", "user_api_key_team_id"], "metadata.");
  takeUsage(told, metadata);
  // A price that LiteLLM does not know is written as a cost of nothing, with the reason beside it: our own list then says what it cost.
  const isPriced = !isFields(payload.response_cost_failure_debug_info);
  if (payload.cache_hit === true) told.event.cost_usd = "0";
  else if (isPriced) told.take("cost_usd", payload, ["response_cost"], "", dollarsOf);
  const { event, names } = told;
  if (payload.status !== "failure") return { event, names };
  return {
    event,
    names,
    fault: { field: "status", message: "is failure: a call that failed is not metered" },
  };
}

function takeUsage(told: Translator, metadata: Fields): void {
  const usage = isFields(metadata.usage_object) ? metadata.usage_object : {};
  const path = "metadata.usage_object.";
  const input = isFields(usage.prompt_tokens_details) ? usage.prompt_tokens_details : {};
  const output = isFields(usage.completion_tokens_details) ? usage.completion_tokens_details : {};
  told.take("cached_input_tokens", input, ["cached_tokens"], `${path}prompt_tokens_details.`);
  told.take("cached_input_tokens", usage, ["cache_read_input_tokens"], path);
  told.take("cache_write_tokens", usage, ["cache_creation_input_tokens"], path);
  told.take("reasoning_tokens", output, ["reasoning_tokens"], `${path}completion_tokens_details.`);
}

/** Seconds since 1970, or a time as text. */
function timeOf(value: unknown): unknown {
  const isTime = typeof value === "number" && value > 0 && value < 1e11;
  return isTime ? new Date(Math.floor(value * 1_000)).toISOString() : value;
}

/** A cost arrives as the double that Python wrote: the nearest 10⁻¹² USD is what it means. */
function dollarsOf(value: unknown): unknown {
  return typeof value === "number" && value >= 0 && value < 1e9 ? value.toFixed(12) : value;
}

function operationOf(value: unknown): unknown {
  return OPERATIONS.find(([pattern]) => pattern.test(String(value)))?.[1] ?? "chat";
}
