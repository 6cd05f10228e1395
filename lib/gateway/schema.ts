import { z } from "zod";
import { name } from "@/lib/metering/schema";

const MAX_OUTPUT_TOKENS = 10_000_000;
const MAX_CHOICES = 128;

const limit = z
  .int("is a whole number of tokens")
  .min(1, "is at least 1")
  .max(MAX_OUTPUT_TOKENS, `is at most ${MAX_OUTPUT_TOKENS}`)
  .nullish();

const onlyOne = z
  .null("cannot be priced together: send one model, and another call where it fails")
  .optional();

/** A body of OpenAI's `POST /chat/completions`. What decides the price is read; all the rest goes through as it is. */
export const ChatRequest = z.looseObject({
  model: name("The model to call, as `GET /models` lists it."),
  messages: z.array(z.unknown(), "is a list of messages").min(1, "is empty: send one message or more"),
  max_completion_tokens: limit.describe("The most output tokens. It decides what is held before the call."),
  max_tokens: limit.describe("The same, as older clients name it."),
  n: z
    .int("is a whole number")
    .min(1, "is at least 1")
    .max(MAX_CHOICES, `is at most ${MAX_CHOICES}`)
    .nullish()
    .describe("How many answers: each may have that many tokens."),
  stream: z.boolean("is true or false").nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean("is true or false").nullish() }).nullish(),
  models: onlyOne,
});
export type ChatRequest = z.output<typeof ChatRequest>;

/** A body of OpenAI's `POST /embeddings`. */
export const EmbeddingRequest = z.looseObject({
  model: name("The model to call, as `GET /models` lists it."),
  input: z.union([z.string(), z.array(z.unknown())], "is a text, or a list of texts or tokens"),
  models: onlyOne,
});
export type EmbeddingRequest = z.output<typeof EmbeddingRequest>;

const answer = z.looseObject({ id: z.string(), object: z.string(), model: z.string() });

/** What `POST /chat/completions` answers: OpenAI's completion, as the provider gave it. */
export const ChatAnswer = answer.extend({
  choices: z.array(z.looseObject({ index: z.int(), finish_reason: z.string().nullable() })),
  usage: z.looseObject({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() }),
});

/** What `POST /embeddings` answers. */
export const EmbeddingAnswer = z.looseObject({
  object: z.literal("list"),
  model: z.string(),
  data: z.array(z.looseObject({ index: z.int(), embedding: z.union([z.array(z.number()), z.string()]) })),
  usage: z.looseObject({ prompt_tokens: z.int(), total_tokens: z.int() }),
});

/** The path of `GET /models/{id}`. Models are named with slashes, which some clients send as they are. */
export const ModelParams = z.object({
  id: z
    .preprocess((parts) => (Array.isArray(parts) ? parts.join("/") : parts), z.string().max(200))
    .meta({ type: "string", description: "A model, as `GET /models` lists it." }),
});

/** What `GET /models/{id}` answers. */
export const ModelAnswer = z.looseObject({
  id: z.string(),
  object: z.literal("model"),
  created: z.int(),
  owned_by: z.string(),
  pricing: z.object({
    unit: z.literal("ECU"),
    input_per_million: z.string().describe("ECU for a million input tokens, as the rate card has it now."),
    output_per_million: z.string().describe("ECU for a million output tokens."),
  }),
});

/** What `GET /models` answers. */
export const ModelsAnswer = z.object({ object: z.literal("list"), data: z.array(ModelAnswer) });
