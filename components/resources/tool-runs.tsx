"use client";

import { useWallet } from "@/components/shell/wallet";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { StatCard } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayPercent } from "@/lib/values/display/change";
import { displayCount } from "@/lib/values/display/count";

const TONES = { healthy: "good", moderate: "warn", low: "bad", exhausted: "bad" } as const;

/** How many tool runs are left of the allocation. */
export function ToolRunsCard({ wallet: first }: { wallet: WalletSummary }) {
  const { balance, allocation, used_percent, remaining_percent, status } = useWallet(first).tool_runs;
  const left = balance.startsWith("-") ? "0" : balance;
  return (
    <StatCard
      label="Tool runs left"
      aside={`${displayPercent(used_percent)} used`}
      value={
        <>
          {displayCount(left)}{" "}
          <span className="text-sm font-medium text-ink-muted">of {displayCount(allocation)}</span>
        </>
      }
      note={
        <ProgressBar
          percent={remaining_percent}
          tone={TONES[status]}
          label={`Tool runs: ${displayPercent(remaining_percent)} left`}
          className="mt-1.5"
        />
      }
    />
  );
}

/** While no tool run is left: what that stops, and the one thing to do. */
export function ToolRunsNotice({ wallet: first }: { wallet: WalletSummary }) {
  const { tool_runs } = useWallet(first);
  if (tool_runs.status !== "exhausted") return null;
  return (
    <Banner
      tone="bad"
      action={
        <LinkButton href="/billing/buy" size="sm" look="danger">
          Upgrade
        </LinkButton>
      }
    >
      <strong className="font-medium">All {displayCount(tool_runs.allocation)} tool runs are used.</strong>{" "}
      Tools that ask first are refused until runs are added. Models, guardrails and scripts go on: they use
      credits.
    </Banner>
  );
}
