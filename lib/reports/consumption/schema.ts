import { z } from "zod";
import { Day } from "@/lib/metering/schema-usage";
import { COMPARISONS } from "@/lib/values/display/compare";

/** Who or what consumes: the API's words. `feature` is the type of job, `member` the user. */
export const CONSUMERS = ["member", "model", "feature", "team", "project", "key"] as const;
export type ConsumerKind = (typeof CONSUMERS)[number];

export const PERIODS = ["day", "month"] as const;
export type Period = (typeof PERIODS)[number];

const MOST = 1_000;

/** The query of `GET /api/v1/consumption`. Without days the last 30, or the last twelve months. */
export const ConsumptionQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  per: z.enum(PERIODS, "is day or month").default("day").describe("Sums by UTC day or by month."),
  top: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(10)
    .describe("How many of each kind of consumer are named; the others are summed."),
  compare: z
    .enum(COMPARISONS, `is one of ${COMPARISONS.join(", ")}`)
    .optional()
    .describe(
      "What each sum is compared with: previous, as without it, is as many days right before from, month the same days of the month before.",
    ),
});
export type ConsumptionQuery = z.output<typeof ConsumptionQuery>;

const sums = {
  calls: z
    .int()
    .describe(
      "Usage events: API calls, and cycles of instances, days of storage and what else is metered by time.",
    ),
  tokens: z.int().describe("Input and output."),
  charge: z.string().describe("ECU charged."),
  charge_usd: z.string().describe("What the charge is worth."),
  tool_runs: z.int(),
};
const before = z.string().describe("ECU charged in the days of before.");
const day = z.string().describe("A UTC day.").nullable();

const share = z
  .number()
  .describe(
    "Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100.",
  );

const consumers = z.object({
  rows: z
    .array(z.object({ value: z.string(), name: z.string(), share_percent: share, ...sums, before }))
    .describe("What was charged most first. An empty value is what named none."),
  other: z
    .object({ consumers: z.int(), share_percent: share, ...sums, before })
    .nullable()
    .describe("All that are not named."),
});

export const ConsumptionAnswer = z.object({
  account_id: z.uuid(),
  unit: z.literal("ECU"),
  balance: z.string(),
  held: z.string(),
  available: z.string(),
  run_out: z
    .object({ low: day, middle: day, high: day })
    .nullable()
    .describe(
      "In four of five cases the credit ends between low and high; null in a day means later than in a year, null in all that nobody can tell yet.",
    ),
  expiring: z.array(
    z.object({
      remaining: z.string(),
      expires_at: z.iso.datetime(),
      likely_unused: z.string().nullable().describe("What will be left of it at this rate, as an estimate."),
    }),
  ),
  from: z.string(),
  to: z.string(),
  per: z.enum(PERIODS),
  before: z.object({ from: z.string(), to: z.string() }).describe("The days that these are compared with."),
  totals: z.object({ ...sums, before }),
  re_rated: z
    .object({ calls: z.int(), charge: z.string(), charge_usd: z.string(), tool_runs: z.int() })
    .describe(
      "What re-rates posted in these days changed of earlier charges: below zero what was given back. It is in no other sum; with it the total is what the ledger charged.",
    ),
  periods: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        ...sums,
        jobs: z
          .array(z.object({ value: z.string(), name: z.string(), charge: z.string() }))
          .describe("What the period’s charge was for, by feature."),
      }),
    )
    .describe("Oldest first, empty ones too."),
  top: z.object({
    member: consumers,
    model: consumers,
    feature: consumers,
    team: consumers,
    project: consumers,
    key: consumers,
  }),
});
