import { readRunOut } from "@/lib/reports/read-run-out";
import { endpoint } from "@/lib/web/endpoint";

/** Between which days the credit runs out, for the credit widget when it is opened: it takes too long to be worked out for every page. */
export const GET = endpoint({
  scope: "ledger:read",
  run: async (ctx) => ({ body: { run_out: await readRunOut(ctx, new Date()) } }),
});
