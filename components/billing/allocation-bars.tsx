"use client";

import { useWallet } from "@/components/shell/wallet";
import { cn } from "@/components/ui/cn";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";
import { displayPercent } from "@/lib/values/display/change";
import { displayAmount } from "@/lib/values/display/amount";

/** The colours of the clock in the header. */
const TONES = { healthy: "good", moderate: "warn", low: "bad", exhausted: "bad" } as const;

/** How much is left of what there was when credit was last added, in both wallets. */
export function AllocationBars({
  wallet: first,
  stacked = false,
}: {
  wallet: WalletSummary;
  /** One below the other, where there is no room for two. */
  stacked?: boolean;
}) {
  const wallet = useWallet(first);
  return (
    <div className={cn("grid gap-x-8 gap-y-3", !stacked && "lg:grid-cols-2")}>
      <Share name="Credits" wallet={wallet} unit="ECU" />
      <Share name="Tool runs" wallet={wallet.tool_runs} unit="runs" />
      {!stacked && (
        <p className="text-xs text-ink-muted lg:col-span-2">Counted since credit was last added.</p>
      )}
    </div>
  );
}

function Share({ name, wallet, unit }: { name: string; wallet: WalletView; unit: "ECU" | "runs" }) {
  const decimals = unit === "ECU" ? 2 : 0;
  // What is owed is not "left": the balance says it.
  const left = wallet.balance.startsWith("-")
    ? "0"
    : displayAmount(wallet.balance, { decimals, fixed: true });
  const whole = displayAmount(wallet.allocation, { decimals, fixed: true });
  return (
    <div title="Of the balance right after it was last added to">
      <p className="flex flex-wrap justify-between gap-x-3 text-xs tabular-nums">
        <span className="text-ink-muted">{name}</span>
        <span>
          {left} of {whole} {unit} left{" "}
          <span className="text-ink-muted">({displayPercent(wallet.used_percent)} used)</span>
        </span>
      </p>
      <ProgressBar
        percent={wallet.remaining_percent}
        tone={TONES[wallet.status]}
        label={`${name}: ${displayPercent(wallet.remaining_percent)} left`}
        className="mt-1"
      />
    </div>
  );
}
