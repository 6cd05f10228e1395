import { readStatement } from "@/lib/reports/statements/read-statement";
import { StatementQuery } from "@/lib/reports/statements/schema-api";
import { signed } from "@/lib/reports/statements/statement-file";
import { endpoint } from "@/lib/web/endpoint";

/** A signed statement of some days, without its rows. */
export const GET = endpoint({
  scope: "ledger:read",
  query: StatementQuery,
  run: async (ctx, { query: { unit, from, to } }) => {
    const { document, signature } = await signed(await readStatement(ctx, unit, { from, to }));
    return { body: { document, signature } };
  },
});
