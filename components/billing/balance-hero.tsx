"use client";

import type { ReactNode } from "react";
import { UpdatedAgo } from "@/components/live/updated-ago";
import { useWallet } from "@/components/shell/wallet";
import { BigAmount, Worth } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { roundToSum } from "@/lib/values/display/round-to-sum";

/** The big balance, live: what it is worth, and what of it is held. */
export function BalanceHero({
  wallet: first,
  runOut,
  action,
}: {
  wallet: WalletSummary;
  /** When the credit runs out, in words; null where nobody can tell. */
  runOut: string | null;
  action: ReactNode;
}) {
  const wallet = useWallet(first);
  return (
    <section aria-labelledby="balance" className="min-w-0">
      <div className="flex items-baseline gap-x-3">
        <h2 id="balance" className="text-sm text-ink-muted">
          Balance
        </h2>
        <UpdatedAgo wallet={wallet} />
      </div>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
        <span className={cn("text-xl sm:text-2xl", wallet.status === "exhausted" && "text-bad")}>
          <BigAmount value={wallet.balance} /> <span className="text-lg font-medium text-ink-muted">ECU</span>
        </span>
        <Worth value={wallet.balance} creditValue={wallet.credit_usd_value} className="text-base" />
      </p>
      <HeldLine wallet={wallet} runOut={wallet.status === "exhausted" ? null : runOut} />
      <div className="mt-4 flex flex-wrap gap-2">{action}</div>
    </section>
  );
}

/** Balance − held = available, rounded so that it adds up as it is read. */
function HeldLine({ wallet, runOut }: { wallet: WalletView; runOut: string | null }) {
  const [held = wallet.held, available = wallet.available] = roundToSum([wallet.held, wallet.available]);
  return (
    <p className="mt-1 text-sm text-ink-muted tabular-nums">
      <span
        className="whitespace-nowrap"
        title={`${displayExactAmount(wallet.held)} ECU set aside for work that runs now`}
      >
        {displayAmount(held, { fixed: true })} held ·
      </span>{" "}
      <span className="whitespace-nowrap text-ink" title={`${displayExactAmount(wallet.available)} ECU`}>
        {displayAmount(available, { fixed: true })} available
        {runOut && <span className="text-ink-muted"> ·</span>}
      </span>{" "}
      {runOut && (
        <span
          className="whitespace-nowrap"
          title="By how the last eight weeks went, and by when grants expire: in four of five cases it lies between these days (UTC)"
        >
          runs out {runOut}
        </span>
      )}
    </p>
  );
}
