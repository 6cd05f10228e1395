import { z } from "zod";
import { COMPARISONS } from "@/lib/values/display/compare";
import { isUtcDay } from "@/lib/values/time";

export const USAGE_DIMENSIONS = [
  "day",
  "model",
  "type",
  "feature",
  "member",
  "team",
  "project",
  "key",
  "mandate",
  "resource",
  "category",
] as const;

/** What usage can be grouped by. `type` is the kind of call: chat, embedding …; `category` is what features belong to: inference, hosting … */
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

/** A UTC day as text. */
export const Day = z
  .string()
  .refine(isUtcDay, "is a UTC day such as 2026-11-21")
  .describe("A UTC day, such as 2026-11-21.");

const LIMIT = "is a number from 1 to 1000";

/** How many entries a page has. More than there can be is refused: who took a short page for the end would miss the rest. */
export const pageLimit = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/, LIMIT)
  .transform(Number)
  .refine((limit) => limit <= 1_000, LIMIT)
  .describe("How many; 50 without it, 1000 at the most.");

/** Known words with commas between them; some have another name. */
export function wordsOf<Word extends string>(
  known: readonly Word[],
  others: Readonly<Record<string, Word>> = {},
) {
  const wordOf = (text: string) =>
    known.find((word) => word === text) ?? (Object.hasOwn(others, text) ? others[text] : undefined);
  return z
    .string()
    .transform((text) => text.split(",").map(wordOf))
    .refine(
      (words): words is Word[] => words.every((word) => word !== undefined),
      `is one or more of ${known.join(", ")}, with commas between them`,
    );
}

const groupBy = wordsOf(USAGE_DIMENSIONS, { user: "member", operation: "type" })
  .refine((names) => new Set(names).size === names.length, "names a dimension twice")
  .describe(
    `What to group by, separated by commas: ${USAGE_DIMENSIONS.join(", ")}. Without it day, model and type.`,
  );

const only = (what: string) => z.string().max(200).optional().describe(`Only this ${what}.`);

/** The query of `GET /api/v1/usage`. Without days: all of it. */
export const UsageQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  group_by: groupBy.optional(),
  model: only("model"),
  type: only("kind of call"),
  feature: only("feature"),
  member: only("member"),
  team: only("team"),
  project: only("project"),
  key: only("API key's id"),
  mandate: only("mandate's id"),
  resource: only("resource, as kind/id"),
  category: only("category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …"),
  metered: z
    .enum(["call", "time"], "is call or time")
    .optional()
    .describe(
      "Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines.",
    ),
  compare: z
    .enum(COMPARISONS, `is one of ${COMPARISONS.join(", ")}`)
    .optional()
    .describe(
      "Adds what was used before: previous is as many days right before from, month the same days of the month before. Needs from and to.",
    ),
});

export type UsageQuery = z.output<typeof UsageQuery>;

const priceMoment = z.iso
  .datetime({ offset: true, error: "is a time such as 2026-11-21T14:03:00Z" })
  .transform((time) => new Date(time))
  .optional()
  .describe(
    "Prices that were in force at this time, instead of those of now. What is still to come counts as now.",
  );

/** The query of the rate card. */
export const RateCardQuery = z.strictObject({
  model: z
    .string()
    .max(200)
    .optional()
    .describe("Adds the prices of this model, as the price list has them."),
  provider: z.string().max(200).optional().describe("Who runs the model, when its name alone does not say."),
  at: priceMoment,
});

/** The same for the file. */
export const RatesFileQuery = z.strictObject({ at: priceMoment });
