"use client";
import { displayPercent } from "@/lib/values/display/change";

import { useWallet } from "@/components/shell/wallet";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { shortUnitName } from "@/lib/values/display/unit";

/** The colours of the clock in the header. */
const TONES = { healthy: "good", moderate: "warn", low: "bad", exhausted: "bad" } as const;

/** How much is used of what there was when it was last added to: credits, or tool runs. Live. */
export function AllocationCard({
  wallet: first,
  unit,
  runOut,
}: {
  wallet: WalletSummary;
  unit: "credit" | "tool_run";
  /** When it runs out at this rate, in words: "3 – 9 Dec". */
  runOut?: string | null;
}) {
  const live = useWallet(first);
  const { balance, used, allocation, used_percent, status } = unit === "credit" ? live : live.tool_runs;
  const style = unit === "credit" ? { decimals: 2, fixed: true } : { decimals: 0 };
  const noun = shortUnitName(unit);
  const left = balance.startsWith("-") ? "0" : displayAmount(balance, style);
  return (
    <Card className="flex flex-col justify-center">
      <h2 className="flex items-baseline justify-between gap-3 text-sm text-ink-muted">
        {unit === "credit" ? "Credits used" : "Tool runs used"}
        <span className="font-medium text-ink tabular-nums">{displayPercent(used_percent)} used</span>
      </h2>
      <p
        className="mt-1 text-lg font-semibold tracking-tight tabular-nums"
        title={`${displayExactAmount(used)} of ${displayExactAmount(allocation)} ${noun}`}
      >
        {displayAmount(used, style)}{" "}
        <span className="text-sm font-medium text-ink-muted">
          of {displayAmount(allocation, style)} {noun}
        </span>
      </p>
      <ProgressBar
        percent={used_percent}
        tone={TONES[status]}
        label={`${displayPercent(used_percent)} of the ${unit === "credit" ? "credits" : "tool runs"} are used`}
        className="mt-2"
      />
      <p className="mt-2 text-xs text-ink-muted">
        {left} left of what there was when {unit === "credit" ? "credit was" : "runs were"} last added
        {runOut && status !== "exhausted" && (
          <>
            ; <TextLink href="/consumption">runs out {runOut}</TextLink> at this rate
          </>
        )}
        {status === "low" || status === "exhausted" ? (
          <>
            {" · "}
            <TextLink href="/billing/buy">{unit === "credit" ? "Add credit" : "Add more"}</TextLink>
          </>
        ) : null}
      </p>
    </Card>
  );
}
