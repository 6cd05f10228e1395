"use client";

import { BigAmount, Worth } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useWallet } from "@/components/shell/wallet";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";

const TONES = { healthy: "good", moderate: "accent", low: "warn", exhausted: "bad" } as const;

/** The big balance, live: what it is worth, what of it is held, and how much of the last allocation is left. */
export function BalanceHero({ wallet: first, action }: { wallet: WalletSummary; action: React.ReactNode }) {
  const wallet = useWallet(first);
  const { tool_runs: toolRuns } = wallet;
  return (
    <section aria-labelledby="balance" className="min-w-0">
      <h2 id="balance" className="text-sm text-ink-muted">
        Balance
      </h2>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
        <span className={cn("text-xl sm:text-2xl", wallet.status === "exhausted" && "text-bad")}>
          <BigAmount value={wallet.balance} /> <span className="text-lg font-medium text-ink-muted">ECU</span>
        </span>
        <Worth value={wallet.balance} creditValue={wallet.credit_usd_value} className="text-base" />
      </p>
      <HeldLine wallet={wallet} />
      <dl className="mt-4 grid max-w-md gap-3">
        <Share name="Credits" wallet={wallet} unit="ECU" />
        <Share name="Tool runs" wallet={toolRuns} unit="runs" />
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">{action}</div>
    </section>
  );
}

/** Balance − held = available, rounded so that it adds up as it is read. */
function HeldLine({ wallet }: { wallet: WalletView }) {
  const [held = wallet.held, available = wallet.available] = roundToSum([wallet.held, wallet.available]);
  return (
    <p className="mt-1 text-sm text-ink-muted">
      <span title={`${displayExactAmount(wallet.held)} ECU set aside for work that runs now`}>
        {displayAmount(held, { fixed: true })} held
      </span>
      {" · "}
      <span className="text-ink" title={`${displayExactAmount(wallet.available)} ECU`}>
        {displayAmount(available, { fixed: true })} available
      </span>
    </p>
  );
}

function Share({ name, wallet, unit }: { name: string; wallet: WalletView; unit: "ECU" | "runs" }) {
  const decimals = unit === "ECU" ? 2 : 0;
  const left = displayAmount(wallet.balance, { decimals });
  const whole = displayAmount(wallet.allocation, { decimals });
  return (
    <div>
      <div className="flex justify-between gap-3 text-xs">
        <dt className="text-ink-muted">{name}</dt>
        <dd title="What remains of the balance right after it was last added to">
          {left} of {whole} {unit} left <span className="text-ink-muted">({wallet.used_percent} % used)</span>
        </dd>
      </div>
      <ProgressBar
        percent={wallet.remaining_percent}
        tone={TONES[wallet.status]}
        label={`${name}: ${wallet.remaining_percent} % left`}
        className="mt-1"
      />
    </div>
  );
}
