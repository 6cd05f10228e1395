import { exportMembers } from "@/lib/accounts/export-members";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The people of the account as CSV. */
export const GET = endpoint({
  scope: "members:read",
  run: async (ctx) => csvAnswer(ctx, "members", {}, () => exportMembers(ctx)),
});
