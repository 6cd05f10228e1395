import { z } from "zod";
import { saying } from "@/lib/values/saying";
import { faultOfUsd } from "@/lib/values/usd";
import { spansOf } from "./rules/intake/otel";
import { faultOfQuantity } from "./rules/quantity";

/** At most this many events are reported at once. */
export const MAX_EVENTS = 1_000;

/** A name that a caller gives to something: short, visible, nothing that a database or a screen could trip over. */
export const name = (meaning: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Bidi_C}]+$/u, "holds characters that cannot be shown")
    .describe(meaning);

/** A word of the rate card. */
export const slug = (meaning: string) =>
  z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9_.-]{0,62}$/,
      "is a word of lower-case letters, digits, _ . and -, such as model_inference",
    )
    .describe(meaning);

/** A number of tokens of one call. */
export const tokens = (meaning: string) =>
  z
    .int("is a whole number of tokens")
    .min(0, "cannot be negative")
    .max(1_000_000_000_000, "is more than anyone can use in one call")
    .describe(meaning);

/** Dollars as a decimal string. */
export const usd = z
  .string('is a text such as "0.0031", not a number of JSON')
  .superRefine(saying(faultOfUsd))
  .describe(
    "What the call really cost, in US dollars, as a decimal string. Without it the price list of models says so.",
  );

/** Amounts by meter. */
export const quantities = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, "is not the name of a meter"),
    z.string('is a text such as "1.5", not a number of JSON').superRefine(saying(faultOfQuantity)),
  )
  .refine((counted) => Object.keys(counted).length <= 32, "has more than 32 meters")
  .refine(
    (counted) => !OWN_FIELDS.some((meter) => meter in counted),
    "has tokens that have a field of their own",
  )
  .describe(
    "What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, " +
      "gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token …",
  );

const OWN_FIELDS = [
  "input_token",
  "output_token",
  "cached_input_token",
  "cache_write_token",
  "reasoning_token",
  "call",
  "byok_call",
];

/** One metered call, as it is reported. */
export const UsageEventInput = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[\x21-\x7e]{1,200}$/,
        "is 1 to 200 visible ASCII characters that name the call, such as a uuid",
      )
      .describe("Your id of the call. The same id is never charged twice."),
    occurred_at: z.iso
      .datetime({ offset: true, error: "is a time with its offset, such as 2026-11-21T09:30:00Z" })
      .optional()
      .describe("When it ran: any time in the past. Its UTC day is the day of usage. Without it, now."),
    feature: slug("What it is charged as on the rate card.").default("model_inference"),
    operation: slug("The kind of call: chat, embedding, image, audio, video …").optional(),
    type: slug("Another name for operation.").optional(),
    provider: name("Who ran the model: openai, anthropic, aws …").optional(),
    model: name("The model that was called.").optional(),
    hardware: slug("What it ran on, for features that are priced by hardware.").optional(),
    input_tokens: tokens("All input tokens, cached ones and cache writes included.").default(0),
    output_tokens: tokens("All output tokens, reasoning included.").default(0),
    cached_input_tokens: tokens("Input tokens read from a cache; part of input_tokens.").default(0),
    cache_write_tokens: tokens("Input tokens written to a cache; part of input_tokens.").default(0),
    reasoning_tokens: tokens("Output tokens of reasoning; part of output_tokens.").default(0),
    quantities: quantities.optional(),
    cost_usd: usd.optional(),
    byok: z
      .boolean()
      .default(false)
      .describe("The customer's own provider key paid for the model: its tokens are not billed."),
    member: name("Who caused it: a member's id or e-mail.").optional(),
    team: name("The team's slug.").optional(),
    project: name("The project's slug.").optional(),
    mandate: z
      .uuid("is the id of a mandate")
      .optional()
      .describe("The mandate under which an agent spends; the charge carries it."),
    resource: z
      .string()
      .regex(
        /^(tool|model|deployment|guardrail|custom_script|volume)\/[!-.0-~]{1,100}$/,
        "is a kind and an id, such as tool/web-search",
      )
      .optional()
      .describe("The resource that was used, as kind/id: tool/web-search. Its tab shows the usage."),
    enforce: z
      .boolean()
      .default(false)
      .describe(
        "Refuse instead of charging into negative credit. Only for work that has not run yet: what has run is always charged.",
      ),
  })
  .superRefine((event, check) => {
    const { input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens } = event;
    const fault = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (cached_input_tokens > input_tokens)
      fault("cached_input_tokens", "is more than input_tokens, of which it is a part");
    else if (cached_input_tokens + cache_write_tokens > input_tokens) {
      fault(
        "cache_write_tokens",
        "is, with cached_input_tokens, more than input_tokens, of which both are parts",
      );
    }
    if (reasoning_tokens > output_tokens)
      fault("reasoning_tokens", "is more than output_tokens, of which it is a part");
    if (event.type !== undefined && event.operation !== undefined && event.type !== event.operation) {
      fault("type", "differs from operation, which means the same: send one of them");
    }
  });

export type UsageEventInput = z.output<typeof UsageEventInput>;

/** The body of `POST /api/v1/usage-events`. Events are read one by one, so that a bad one does not cost its neighbours. */
export const UsageEventBatch = z.union(
  [
    z.strictObject({ events: z.array(z.unknown()).min(1) }).transform(({ events }) => events),
    z.array(z.unknown()).min(1),
    z.looseObject({ resourceSpans: z.array(z.unknown()) }).transform(spansOf),
    z.looseObject({ id: z.unknown() }).transform((event): unknown[] => [event]),
    z.looseObject({ attributes: z.unknown() }).transform((event): unknown[] => [event]),
  ],
  'is {"events": […]} with one event or more, or one event with its id, or an array of events, or an OTLP export of spans',
);
