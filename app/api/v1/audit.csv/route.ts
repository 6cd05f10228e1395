import { z } from "zod";
import { exportAudit } from "@/lib/accounts/export-audit";
import { DEED_KINDS } from "@/lib/accounts/rules/deed-kinds";
import { Day } from "@/lib/metering/schema-usage";
import { utcDay } from "@/lib/values/time";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

const AuditQuery = z.strictObject({
  actor: z
    .string()
    .min(1, "is empty")
    .max(100, "has more than 100 characters")
    .optional()
    .describe(
      "Only what one did: the id of a member, an operator or a key, or system for what Ecu did by itself.",
    ),
  kind: z.enum(DEED_KINDS).optional().describe("Only deeds of this kind."),
  from: Day.optional(),
  to: Day.optional(),
});

/** Who changed what in the account, as CSV, as a stream. */
export const GET = endpoint({
  scope: "audit:read",
  query: AuditQuery,
  run: async (ctx, { query }) =>
    csvAnswer(ctx, "audit", { from: query.from, to: query.to ?? utcDay(new Date()) }, () =>
      exportAudit(ctx, query),
    ),
});
