import type { z } from "zod";
import { catchUp } from "@/lib/deployments/catch-up";
import { readAsOf } from "@/lib/ledger/read-as-of";
import { formatAmount } from "@/lib/ledger/row";
import type { Context } from "@/lib/values/context";
import { transactionId, type Unit } from "@/lib/values/ids";
import type { BalanceAnswer } from "./schema-api";

export type PastBalance = z.output<typeof BalanceAnswer>;

/** What a wallet held at a moment, as people and programs see it. What was due until then is in it, also where no worker has come yet. */
export async function balanceAsOf(ctx: Context, unit: Unit, at: Date): Promise<PastBalance> {
  await catchUp(ctx.accountId, at);
  const { balance, held, available, seq, hash } = await readAsOf(ctx, unit, at);
  return {
    unit,
    as_of: at.toISOString(),
    balance: formatAmount(balance, unit),
    held: formatAmount(held, unit),
    available: formatAmount(available, unit),
    last_transaction_id: seq === 0n ? null : transactionId({ accountId: ctx.accountId, unit, seq }),
    hash: hash.toString("hex"),
  };
}
