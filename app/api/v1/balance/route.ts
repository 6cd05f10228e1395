import { balanceAsOf } from "@/lib/reports/statements/balance-as-of";
import { BalanceQuery } from "@/lib/reports/statements/schema-api";
import { parseMoment } from "@/lib/values/moment";
import { endpoint } from "@/lib/web/endpoint";

/** What a wallet held at a moment. */
export const GET = endpoint({
  scope: "ledger:read",
  query: BalanceQuery,
  run: async (ctx, { query: { unit, as_of } }) => ({
    body: await balanceAsOf(ctx, unit, parseMoment(as_of) ?? new Date()),
  }),
});
