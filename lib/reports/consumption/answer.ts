import { formatCredits } from "@/lib/values/money";
import type { Context } from "@/lib/values/context";
import { readWallets } from "@/lib/ledger/wallets";
import { readForecast } from "../read-forecast";
import { readConsumption } from "./read-consumption";
import type { ConsumptionQuery } from "./schema";

/** Everything that the page of consumption shows, for programs. */
export async function consumptionAnswer(ctx: Context, query: ConsumptionQuery, now = new Date()) {
  // How a page writes the charges is no part of what programs read.
  const [{ credit }, { runOut, expiring }, { shown: _shown, ...consumption }] = await Promise.all([
    readWallets(ctx),
    readForecast(ctx, now),
    readConsumption(ctx, query, now),
  ]);
  return {
    account_id: ctx.accountId,
    unit: "ECU",
    balance: formatCredits(credit.balance),
    held: formatCredits(credit.held),
    available: formatCredits(credit.available),
    run_out: runOut,
    expiring: expiring.map(({ remaining, expiresAt, likelyUnused }) => ({
      remaining,
      expires_at: expiresAt.toISOString(),
      likely_unused: likelyUnused,
    })),
    ...consumption,
  };
}
