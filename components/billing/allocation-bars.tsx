"use client";

import { useWallet } from "@/components/shell/wallet";
import { cn } from "@/components/ui/cn";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { LeftBar } from "./left-bar";

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
    <div className={cn("grid gap-y-3", !stacked && "gap-x-5 max-sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-2")}>
      <Share name="Credits" wallet={wallet} unit="ECU" brief={stacked} />
      <Share name="Tool runs" wallet={wallet.tool_runs} unit="runs" brief={stacked} />
    </div>
  );
}

function Share({
  name,
  wallet,
  unit,
  brief,
}: {
  name: string;
  wallet: WalletView;
  unit: "ECU" | "runs";
  brief: boolean;
}) {
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
        {/* A phone's two columns have room for the share alone; the clock in the header has the amounts. */}
        <span className={cn(!brief && "max-sm:hidden")}>
          {left} of {whole} {unit} left
          {!brief && (
            <span className="text-ink-muted">
              {" "}
              since {unit === "ECU" ? "credit was" : "runs were"} last added
            </span>
          )}
        </span>
      </p>
      <LeftBar name={name} wallet={wallet} className="mt-1" />
    </div>
  );
}
