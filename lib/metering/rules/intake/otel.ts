import { type Fields, isFields, type Translation, Translator } from "./translation";

// Attributes of the semantic conventions for generative AI, newest spelling first.
const MODEL = ["gen_ai.response.model", "gen_ai.request.model"];
const PROVIDER = ["gen_ai.provider.name", "gen_ai.system"];
const INPUT = ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"];
const OUTPUT = ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"];
const CACHE_READ = ["gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens"];
const CACHE_WRITE = [
  "gen_ai.usage.cache_creation.input_tokens",
  "gen_ai.usage.cache_creation_input_tokens",
  "gen_ai.usage.cache_write_input_tokens",
];
const REASONING = ["gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens"];

const OPERATIONS: Readonly<Record<string, string>> = {
  chat: "chat",
  generate_content: "chat",
  text_completion: "chat",
  embeddings: "embedding",
};

/** What only we know, under names of our own. */
const OWN = ["feature", "hardware", "team", "project", "mandate", "resource", "cost_usd"];

/** True for a call of a model. A span without tokens is none, and an agent's or a workflow's has the sum of its calls' tokens. */
function isCall(attributes: Fields): boolean {
  const operation = attributes["gen_ai.operation.name"];
  const isOfModel = operation === undefined || (typeof operation === "string" && operation in OPERATIONS);
  return isOfModel && [...INPUT, ...OUTPUT].some((name) => attributes[name] !== undefined);
}

/**
 * A call as OpenTelemetry's attributes tell it. Tokens of a cache are part of the input tokens there, as they are here. Senders that leave them out
 * of it say so (`ecu.input_excludes_cache`); without a word they are found only where the cache has more tokens than the input.
 * `around` is what stands beside the attributes: id, time.
 */
export function fromAttributes(attributes: Fields, around: Fields, path = "attributes."): Translation {
  const told = new Translator();
  told.take("id", attributes, ["ecu.id", "gen_ai.response.id"], path);
  told.take("id", around, ["id"], "");
  told.take("occurred_at", around, ["time", "timestamp", "occurred_at"], "");
  told.take("model", attributes, MODEL, path);
  told.take("provider", attributes, PROVIDER, path);
  told.take("operation", attributes, ["gen_ai.operation.name"], path, operationOf);
  told.take("input_tokens", attributes, INPUT, path, countOf);
  told.take("output_tokens", attributes, OUTPUT, path, countOf);
  told.take("cached_input_tokens", attributes, CACHE_READ, path, countOf);
  told.take("cache_write_tokens", attributes, CACHE_WRITE, path, countOf);
  told.take("reasoning_tokens", attributes, REASONING, path, countOf);
  told.take("member", attributes, ["ecu.member", "user.id", "enduser.id"], path);
  for (const name of OWN) told.take(name, attributes, [`ecu.${name}`], path);
  const { event, names } = told;
  addCacheThatWasLeftOut(event, isSaid(attributes["ecu.input_excludes_cache"]));
  return { event, names };
}

/** Yes, no, or nothing; attributes are text at some senders. */
function isSaid(value: unknown): boolean | null {
  return value === true || value === "true" ? true : value === false || value === "false" ? false : null;
}

function addCacheThatWasLeftOut(event: Record<string, unknown>, isLeftOut: boolean | null): void {
  const { input_tokens: input = 0, cached_input_tokens: read = 0, cache_write_tokens: written = 0 } = event;
  if (typeof input !== "number" || typeof read !== "number" || typeof written !== "number") return;
  if (read < 0 || written < 0) return;
  if (isLeftOut ?? read + written > input) event.input_tokens = input + read + written;
}

function operationOf(value: unknown): unknown {
  return typeof value === "string" ? (OPERATIONS[value] ?? value) : value;
}

/** OTLP writes 64-bit integers as text. What is no count is left as it is, to be refused by its name. */
function countOf(value: unknown): unknown {
  return typeof value === "string" && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
}

/** The spans of an OTLP/JSON export that tell of tokens, each in the shape `{id, time, attributes}`. */
export function spansOf(body: Fields): unknown[] {
  return listOf(body.resourceSpans)
    .flatMap(({ scopeSpans }) => listOf(scopeSpans))
    .flatMap(({ spans }) => listOf(spans))
    .flatMap((span) => {
      const attributes = Object.fromEntries(
        listOf(span.attributes).map(({ key, value }) => [String(key), valueOf(value)]),
      );
      return isCall(attributes) ? [{ ...placeOf(span, attributes), attributes }] : [];
    });
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The provider's id of the answer names a call, however many spans tell of it; without one the span's own two ids do. What ended is what was used. */
function placeOf({ traceId, spanId, endTimeUnixNano }: Fields, attributes: Fields): Fields {
  const id =
    attributes["ecu.id"] ?? attributes["gen_ai.response.id"] ?? `otel:${String(traceId)}:${String(spanId)}`;
  const nano = String(endTimeUnixNano);
  if (!/^[0-9]{1,19}$/.test(nano) || BigInt(nano) === 0n) return { id };
  return { id, time: new Date(Number(BigInt(nano) / 1_000_000n)).toISOString() };
}

function valueOf(value: unknown): unknown {
  if (!isFields(value)) return undefined;
  return value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue;
}
