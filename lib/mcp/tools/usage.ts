import { z } from "zod";
import { estimate } from "@/lib/metering/preflight/estimate";
import { EstimateRequest } from "@/lib/metering/preflight/schema";
import { EstimateAnswer } from "@/lib/metering/preflight/schema-answers";
import { UsageSummary } from "@/lib/metering/schema-answers";
import { USAGE_DIMENSIONS, UsageQuery } from "@/lib/metering/schema-usage";
import { readUsage } from "@/lib/metering/usage";
import { usageAsked } from "@/lib/metering/usage-query";
import { tool } from "../tool";

/** An agent reads all that it is given: what has more groups than this wants to be asked more narrowly. */
const MOST_GROUPS = 500;

const { group_by: _, compare: __, ...filters } = UsageQuery.shape;

export const getUsage = tool({
  name: "get_usage",
  title: "Read what was used",
  description:
    "Calls, tokens and cost between two UTC days, grouped as you ask: by day, model, type, feature, member, team, project, key, mandate, resource or category.",
  scope: "usage:read",
  input: z.strictObject({
    ...filters,
    group_by: z
      .array(z.enum(USAGE_DIMENSIONS))
      .max(USAGE_DIMENSIONS.length)
      .default(["model"])
      .describe("What to group by."),
  }),
  output: UsageSummary,
  readOnly: true,
  run: (ctx, query) =>
    readUsage(ctx, {
      ...usageAsked({ ...query, group_by: [...new Set(query.group_by)] }),
      maxRows: MOST_GROUPS,
    }),
});

export const estimateCost = tool({
  name: "estimate_cost",
  title: "Estimate a cost",
  description:
    "What operations would cost at most, whether the balance and every budget allow them, and what would remain. Nothing is held or charged.",
  scope: "usage:read",
  input: EstimateRequest,
  output: EstimateAnswer,
  readOnly: true,
  run: (ctx, request) => estimate(ctx, request),
});
