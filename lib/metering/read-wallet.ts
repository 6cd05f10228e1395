import { readWallets, type Wallet } from "@/lib/ledger/wallets";
import { formatAmount } from "@/lib/ledger/row";
import type { Context } from "@/lib/values/context";
import { formatUsd } from "@/lib/values/usd";
import { creditValueOf } from "./credit-value";
import { shareUsed, type WalletStatus } from "./rules/wallet-status";
import { worthOf } from "./rules/worth";

/** One wallet as programs see it. ECU as decimal strings, tool runs whole; balance − held = available. */
export interface WalletView {
  balance: string;
  held: string;
  available: string;
  /** What the percentages refer to: the balance right after credit was last added. */
  allocation: string;
  used: string;
  used_percent: number;
  remaining_percent: number;
  status: WalletStatus;
  last_posted_at: string;
}

export interface WalletSummary extends WalletView {
  account_id: string;
  unit: "ECU";
  balance_usd: string;
  credit_usd_value: string;
  tool_runs: WalletView;
}

/** What is left of credits and tool runs. */
export async function readWallet(ctx: Context): Promise<WalletSummary> {
  const [{ credit, tool_run }, creditValue] = await Promise.all([
    readWallets(ctx),
    creditValueOf(ctx.accountId),
  ]);
  return {
    account_id: ctx.accountId,
    unit: "ECU",
    ...viewOf(credit),
    balance_usd: formatUsd(worthOf(credit.balance, creditValue)),
    credit_usd_value: formatUsd(creditValue),
    tool_runs: viewOf(tool_run),
  };
}

function viewOf({ unit, balance, held, available, allocation, used, lastPostedAt }: Wallet): WalletView {
  const { usedPercent, status } = shareUsed(balance, allocation);
  return {
    balance: formatAmount(balance, unit),
    held: formatAmount(held, unit),
    available: formatAmount(available, unit),
    allocation: formatAmount(allocation, unit),
    used: formatAmount(used, unit),
    used_percent: usedPercent,
    remaining_percent: Math.round((100 - usedPercent) * 100) / 100,
    status,
    last_posted_at: lastPostedAt.toISOString(),
  };
}
