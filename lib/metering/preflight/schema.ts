import { z } from "zod";
import { UNITS } from "@/lib/values/ids";
import { name, quantities, slug, tokens, usd } from "../schema";
import { amount, description, signedAmount, unit, wholeToolRuns, word } from "../schema-ledger";
import { pageLimit } from "../schema-usage";

/** At most this many operations are estimated at once. */
const MAX_OPERATIONS = 100;
const MAX_HOLD_SECONDS = 2_592_000;

/** An operation that is about to run, at its largest: what it may use at most. */
export const OperationInput = z
  .strictObject({
    feature: slug("What it is charged as on the rate card.").default("model_inference"),
    operation: slug("The kind of call: chat, embedding, image, audio, video …").optional(),
    provider: name("Who runs the model.").optional(),
    model: name("The model that will be called.").optional(),
    hardware: slug("What it will run on, for features that are priced by hardware.").optional(),
    input_tokens: tokens("The most input tokens, cache writes included.").default(0),
    cache_write_tokens: tokens("The most input tokens written to a cache; part of input_tokens.").default(0),
    max_output_tokens: tokens("The most output tokens: max_tokens of the call.").default(0),
    quantities: quantities.optional(),
    replicas: z
      .int("is a whole number")
      .min(1, "is at least 1")
      .max(10_000, "is at most 10000")
      .default(1)
      .describe("How many run at once: hours count once for each."),
    cost_usd: usd.optional().describe("The most that it can cost in US dollars, where that is known."),
    byok: z
      .boolean()
      .default(false)
      .describe("The customer's own provider key pays for the model: its tokens are not billed."),
    count: z
      .int("is a whole number")
      .min(1, "is at least 1")
      .max(1_000_000, "is at most 1000000")
      .default(1)
      .describe("How many such operations."),
  })
  .refine((operation) => operation.cache_write_tokens <= operation.input_tokens, {
    path: ["cache_write_tokens"],
    message: "is more than input_tokens, of which it is a part",
  });
export type OperationInput = z.output<typeof OperationInput>;

/** What is about to run, at its largest. */
export const Operations = z
  .array(OperationInput, "is a list of operations")
  .min(1, "is empty: name one operation or more")
  .max(MAX_OPERATIONS, `has more than ${MAX_OPERATIONS} operations`)
  .describe("What is about to run, each operation at its largest.");

/** For whom work runs, as usage and budgets see it. */
const who = {
  member: name("Who causes it: a member's id or e-mail.").optional(),
  team: name("The team's slug.").optional(),
  project: name("The project's slug.").optional(),
  mandate: z.uuid("is the id of a mandate").optional().describe("The mandate under which an agent spends."),
};

/** The body of `POST /api/v1/estimates`. */
export const EstimateRequest = z.strictObject({ operations: Operations, ...who });
export type EstimateRequest = z.output<typeof EstimateRequest>;

const expiresIn = z
  .int("is a number of seconds")
  .min(1, "is at least one second")
  .max(MAX_HOLD_SECONDS, "is at most 30 days")
  .describe("Seconds until the hold is given back by itself.");

/** The body of `POST /api/v1/authorizations`. */
export const NewAuthorization = z
  .strictObject({
    operations: Operations.optional(),
    amount: amount
      .optional()
      .describe("Instead of operations: the worst case, where you know it. Held until captured or released."),
    unit,
    feature: slug("With amount: what it is charged as.").default("model_inference"),
    ...who,
    description: description.optional(),
    expires_in: expiresIn.default(3_600),
    ref_type: word("What it is for: job, run …").optional(),
    ref_id: word("Its id.").optional(),
  })
  .refine((body) => body.amount === undefined || wholeToolRuns.check({ ...body, amount: body.amount }), {
    ...wholeToolRuns.fault,
  })
  .refine((body) => (body.amount === undefined) !== (body.operations === undefined), {
    path: ["amount"],
    message: "stands instead of operations: send one of the two",
  })
  .refine((body) => (body.ref_type === undefined) === (body.ref_id === undefined), {
    path: ["ref_id"],
    message: "goes with ref_type",
  });
export type NewAuthorization = z.output<typeof NewAuthorization>;

/** The body of `POST /api/v1/authorizations/{id}/extend`. */
export const Extension = z.strictObject({ expires_in: expiresIn });
export type Extension = z.output<typeof Extension>;

const usedAmount = signedAmount
  .or(z.string().regex(/^0(\.0+)?$/))
  .refine((text) => !text.startsWith("-"), "is negative");

/** The query of `GET /api/v1/authorizations`. */
export const AuthorizationQuery = z.strictObject({
  unit: z.enum(UNITS).optional().describe("The wallet; credit without it."),
  limit: pageLimit.optional(),
  before: z.uuid().optional().describe("The id of the last one of the page before."),
});
export type AuthorizationQuery = z.output<typeof AuthorizationQuery>;

/** The body of `POST /api/v1/authorizations/{id}/capture`. */
export const NewCapture = z
  .strictObject({
    usage: z
      .record(z.string(), z.unknown(), "is a usage event")
      .optional()
      .describe(
        "What was really used, as in a usage event: the rate card says what it costs. What it leaves out is as authorized.",
      ),
    amount: usedAmount
      .optional()
      .describe("Instead of usage: what is to be charged, less than is held or more."),
    cost_usd: usd.optional().describe("With amount: what it really cost, for the margin."),
    description: description.optional(),
    overage: z
      .enum(["charge", "refuse"])
      .default("charge")
      .describe("What becomes of an amount above the hold: a row of its own, or a refusal."),
  })
  .refine((body) => (body.amount === undefined) !== (body.usage === undefined), {
    path: ["amount"],
    message: "stands instead of usage: send one of the two",
  })
  .refine((body) => body.cost_usd === undefined || body.amount !== undefined, {
    path: ["cost_usd"],
    message: "goes with amount; with usage it stands in the event",
  });
export type NewCapture = z.output<typeof NewCapture>;
