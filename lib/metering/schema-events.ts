import { z } from "zod";
import { UNITS } from "@/lib/values/ids";
import { pageLimit, UsageQuery } from "./schema-usage";

const Filter = UsageQuery.omit({ group_by: true, compare: true });

/** The query of the list of usage events: days and filter are those of `GET /api/v1/usage`. */
export const EventsQuery = Filter.extend({
  limit: pageLimit.optional(),
  before: z.string().max(200).optional().describe("The id of the last one of the page before."),
});
export type EventsQuery = z.output<typeof EventsQuery>;

/** The query of their CSV. */
export const EventsCsvQuery = Filter;

/** A usage event as it was metered and charged. What was not said is empty. */
export const EventAnswer = z.object({
  id: z.string(),
  occurred_at: z.iso.datetime(),
  received_at: z.iso.datetime(),
  feature: z.string(),
  category: z.string(),
  type: z.string().describe("chat, embedding …"),
  provider: z.string(),
  model: z.string(),
  member: z.string(),
  team: z.string(),
  project: z.string(),
  key: z.string(),
  mandate: z.string(),
  resource: z.string(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cached_input_tokens: z.int(),
  unit: z.enum(UNITS),
  charge: z.string().describe("ECU as a decimal string, or whole tool runs."),
  cost_usd: z.string(),
  transaction_id: z
    .string()
    .nullable()
    .describe("The ledger row that charged it; null when nothing was charged."),
});
export type EventAnswer = z.output<typeof EventAnswer>;
