import { exportAudit } from "@/lib/accounts/export-audit";
import { utcDay } from "@/lib/values/time";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** Who changed what in the account, as CSV, as a stream. */
export const GET = endpoint({
  scope: "audit:read",
  run: async (ctx) => csvAnswer(ctx, "audit", { to: utcDay(new Date()) }, () => exportAudit(ctx)),
});
