import { z } from "zod";
import { MAX_EVENTS, name, slug, usd, UsageEventInput } from "./schema";

const event = UsageEventInput.shape;

/** One run of a paid external API, as it is reported. */
export const ExternalCostInput = z
  .strictObject({
    id: event.id.describe("Your id of the run. The same id is never charged twice."),
    occurred_at: event.occurred_at,
    provider: name("Who was paid for it: apify …"),
    cost_usd: usd.describe("What the run really cost, in US dollars, as a decimal string."),
    feature: slug(
      "What it is charged as on the rate card; without it as authorized, or lead_signal_fetch.",
    ).optional(),
    operation: slug("The kind of call; external_api without it.").optional(),
    quantities: event.quantities,
    member: event.member,
    team: event.team,
    project: event.project,
    mandate: event.mandate,
    resource: event.resource,
    enforce: event.enforce,
    authorization: z
      .uuid("is the id of an authorization")
      .optional()
      .describe("The authorization that this settles: what is left of its hold is available again."),
  })
  .refine(({ authorization, enforce }) => authorization === undefined || !enforce, {
    path: ["enforce"],
    message: "is for work that has not run: what was authorized is charged",
  });
export type ExternalCostInput = z.output<typeof ExternalCostInput>;

/** The body of `POST /api/v1/external-costs`. */
export const ExternalCostBatch = batchOf("costs", "cost");

/** The body of `POST /api/v1/external-costs` in full, for its description. */
export const ExternalCostList = z.object({ costs: z.array(ExternalCostInput).min(1).max(MAX_EVENTS) });

/** Items under one name, an array of them, or one by itself. They are read one by one, so that a bad one does not cost its neighbours. */
export function batchOf(list: string, one: string) {
  return z.union(
    [
      z
        .strictObject({ [list]: z.array(z.unknown()) })
        .transform((body): readonly unknown[] => Object.values(body).flat()),
      z.array(z.unknown()),
      z.looseObject({ id: z.unknown() }).transform((item): readonly unknown[] => [item]),
    ],
    `is {"${list}": […]}, or one ${one} with its id, or an array of them`,
  );
}
