"use client";

import { LeftBar } from "@/components/billing/left-bar";
import { useWallet } from "@/components/shell/wallet";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { StatCard } from "@/components/ui/card";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayCount } from "@/lib/values/display/count";

/** How many tool runs are left of the allocation. */
export function ToolRunsCard({ wallet: first }: { wallet: WalletSummary }) {
  const wallet = useWallet(first).tool_runs;
  const { balance, allocation } = wallet;
  const left = balance.startsWith("-") ? "0" : balance;
  return (
    <StatCard
      label="Tool runs left"
      value={
        <>
          {displayCount(left)}{" "}
          <span className="text-sm font-medium text-ink-muted">of {displayCount(allocation)}</span>
        </>
      }
      note={<LeftBar name="Tool runs" wallet={wallet} className="mt-0.5" />}
    />
  );
}

/** While there is no tool run: what that stops, and the one thing to do. */
export function ToolRunsNotice({ wallet: first }: { wallet: WalletSummary }) {
  const { tool_runs } = useWallet(first);
  if (tool_runs.status !== "exhausted") return null;
  return (
    <Banner
      tone="bad"
      action={
        <LinkButton href="/billing/buy#volume" size="sm" look="danger">
          Ask for more runs
        </LinkButton>
      }
    >
      <strong className="font-medium">
        {tool_runs.allocation === "0"
          ? "There are no tool runs in this account."
          : `All ${displayCount(tool_runs.allocation)} tool runs are used.`}
      </strong>{" "}
      Tools that ask first are refused until runs are added. Models, guardrails and scripts go on: they use
      credits.
    </Banner>
  );
}
