import { formatAmount } from "@/lib/ledger/row";
import { readWallets } from "@/lib/ledger/wallets";
import { creditValueOf } from "@/lib/metering/credit-value";
import { balanceAsOf } from "@/lib/reports/statements/balance-as-of";
import { amountOf } from "@/lib/metering/amount-of";
import type { Context } from "@/lib/values/context";
import { parseTransactionId, type Unit } from "@/lib/values/ids";
import { parseMoment } from "@/lib/values/moment";
import { sub } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";

/** The moment that the URL asks for; null for now, which is also what is meant by what lies ahead or cannot be read. */
export function momentAsked(search: Record<string, string>): Date | null {
  const at = search.as_of === undefined ? null : parseMoment(search.as_of);
  return at && at < new Date() ? at : null;
}

/** What the summary above the books of a past moment says. */
export async function readPast(ctx: Context, unit: Unit, at: Date) {
  const [past, wallets, creditValue] = await Promise.all([
    balanceAsOf(ctx, unit, at),
    readWallets(ctx),
    creditValueOf(ctx.accountId, at),
  ]);
  const last = past.last_transaction_id === null ? null : parseTransactionId(past.last_transaction_id);
  return {
    past,
    rows: (last?.seq ?? 0n).toString(),
    since: formatAmount(sub(wallets[unit].balance, amountOf(past.balance, unit)), unit),
    creditValue: formatUsd(creditValue),
  };
}
