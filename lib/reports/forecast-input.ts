import { readDailyCosts } from "@/lib/ledger/read-daily-costs";
import { readWallets, type Wallet } from "@/lib/ledger/wallets";
import type { Context } from "@/lib/values/context";
import type { Nano } from "@/lib/values/money";
import { addDays, DAY_MS, startOfDay, utcDay } from "@/lib/values/time";
import { WINDOW_DAYS } from "./rules/demand";
import type { ForecastInput } from "./rules/forecast";

/** A grant that has not ended yet and will. */
export interface ExpiringGrant {
  /** Its number in the account. */
  no: number;
  remaining: Nano;
  expiresAt: Date;
}

/** What a forecast of the account's credit goes by, and the wallet and the expiring grants that it was read from, in the forecast's order. */
export async function readForecastInput(
  ctx: Context,
  now: Date,
): Promise<{ input: ForecastInput; wallet: Wallet; expiring: ExpiringGrant[] }> {
  const today = utcDay(now);
  const midnight = startOfDay(today).getTime();
  const [{ credit: wallet }, days] = await Promise.all([
    readWallets(ctx),
    readDailyCosts(ctx, addDays(today, -WINDOW_DAYS), addDays(today, -1)),
  ]);
  const begun = days.findIndex(({ cost }) => cost !== 0n);
  const expiring = wallet.lots.flatMap(({ no, remaining, expiresAt }) =>
    expiresAt === null ? [] : [{ no, remaining, expiresAt }],
  );
  const input = {
    history: begun < 0 ? [] : days.slice(begun).map(({ cost }) => Math.max(0, ecuOf(cost))),
    todayLeft: 1 - (now.getTime() - midnight) / DAY_MS,
    available: Math.max(0, ecuOf(wallet.available)),
    expiring: expiring.map(({ remaining, expiresAt }) => ({
      amount: ecuOf(remaining),
      inDays: Math.ceil((expiresAt.getTime() - midnight) / DAY_MS),
    })),
  };
  return { input, wallet, expiring };
}

/** An amount for an estimate, which may round: what it is of cannot. */
export function ecuOf(amount: Nano): number {
  return Number(amount / 1_000n) / 1_000_000;
}
