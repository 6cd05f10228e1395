import { z } from "zod";
import { MAX_EVENTS, name, slug, UsageEventInput } from "./schema";
import { batchOf } from "./schema-external";
import { pageLimit } from "./schema-usage";

const event = UsageEventInput.shape;
const MAX_QUERY = 4_000;

/** One look-up in free public data, as it is reported. */
export const DataQueryInput = z.strictObject({
  id: event.id.describe("Your id of the query. The same id is recorded once."),
  occurred_at: event.occurred_at,
  provider: name("Whose data it is: socrata …"),
  dataset: name("Which of its data sets.").optional(),
  feature: slug("What it was looked up for.").optional(),
  query: z
    .string()
    .max(MAX_QUERY, `has more than ${MAX_QUERY} characters`)
    .regex(/^[^\p{Cs}\0]*$/u, "holds characters that cannot be stored")
    .optional()
    .describe("What was asked."),
  result_rows: z
    .int("is a whole number")
    .min(0, "cannot be negative")
    .max(1_000_000_000_000, "is more than any answer has")
    .optional()
    .describe("How many rows came back."),
  member: event.member,
  team: event.team,
  project: event.project,
});
export type DataQueryInput = z.output<typeof DataQueryInput>;

/** The body of `POST /api/v1/data-queries`. */
export const DataQueryBatch = batchOf("queries", "query");

/** The body of `POST /api/v1/data-queries` in full, for its description. */
export const DataQueryList = z.object({ queries: z.array(DataQueryInput).min(1).max(MAX_EVENTS) });

/** The query of `GET /api/v1/data-queries`. */
export const DataQueryPage = z.strictObject({
  limit: pageLimit.optional(),
  before: z.string().max(200).optional().describe("The id of the last one of the page before."),
});
export type DataQueryPage = z.output<typeof DataQueryPage>;

/** What became of each query of a batch. */
export const DataQueryResults = z.object({
  results: z
    .array(
      z.object({
        index: z.int().describe("The query's place in the batch, from 0."),
        id: z.string().nullable(),
        status: z.int().describe("As if it had been sent alone: 201, 200, 400 or 422."),
        result: z.enum(["recorded", "replayed", "refused"]),
        code: z.string().optional().describe("Why it was refused: invalid_request, idempotency_mismatch."),
        field: z.string().optional().describe("The field at fault, such as queries.3.provider."),
        detail: z.string().optional(),
      }),
    )
    .describe("One for each query, in order."),
});
export type DataQueryResult = z.output<typeof DataQueryResults>["results"][number];

/** A recorded query. What was not said is null. */
export const DataQueryAnswer = z.object({
  id: z.string(),
  occurred_at: z.iso.datetime(),
  received_at: z.iso.datetime(),
  provider: z.string(),
  dataset: z.string().nullable(),
  feature: z.string().nullable(),
  query: z.string().nullable(),
  result_rows: z.int().nullable(),
  member: z.string().nullable(),
  team: z.string().nullable(),
  project: z.string().nullable(),
  key_id: z.string().nullable(),
});
export type DataQueryAnswer = z.output<typeof DataQueryAnswer>;
