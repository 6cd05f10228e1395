import { z } from "zod";
import { find } from "@/lib/reports/find/find";
import { endpoint } from "@/lib/web/endpoint";

const Query = z.object({ text: z.string().trim().min(2).max(200) });

/** What the command palette finds in the account that the page shows. */
export const GET = endpoint({
  scope: "ledger:read",
  query: Query,
  run: async (ctx, { query }) => ({ body: { hits: await find(ctx, query.text) } }),
});
