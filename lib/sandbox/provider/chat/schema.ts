import { z } from "zod";

const Part = z.union([
  z.looseObject({ type: z.literal("text"), text: z.string() }),
  z.looseObject({ type: z.literal("refusal"), refusal: z.string() }),
  z.looseObject({ type: z.literal("image_url"), image_url: z.unknown() }),
]);

const Message = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]),
  content: z.union([z.string(), z.array(Part)]).nullish(),
  name: z.string().optional(),
  tool_calls: z.array(z.unknown()).optional(),
});
export type Message = z.output<typeof Message>;

/** What is read of a request for a chat; the rest of what OpenAI knows changes nothing here. */
export const ChatRequest = z.looseObject({
  model: z.string().min(1),
  messages: z.array(Message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  n: z.int().min(1).max(16).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  seed: z.int().nullish(),
  tools: z.array(z.unknown()).nullish(),
  response_format: z
    .looseObject({
      type: z.enum(["text", "json_object", "json_schema"]),
      json_schema: z.looseObject({ schema: z.unknown().optional() }).optional(),
    })
    .nullish(),
  reasoning_effort: z.string().nullish(),
  /** OpenRouter's: whether the answer says what the call cost. */
  usage: z.looseObject({ include: z.boolean().optional() }).nullish(),
  /** OpenRouter's: how much is thought, and whether it is shown. It is billed either way. */
  reasoning: z.looseObject({ effort: z.string().optional(), exclude: z.boolean().optional() }).nullish(),
});
export type ChatRequest = z.output<typeof ChatRequest>;
