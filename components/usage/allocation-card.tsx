"use client";

import { LeftBar } from "@/components/billing/left-bar";
import { useWallet } from "@/components/shell/wallet";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayPercent } from "@/lib/values/display/percent";
import { shortUnitName } from "@/lib/values/display/unit";

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
  const wallet = unit === "credit" ? live : live.tool_runs;
  const { balance, used, allocation, used_percent, status } = wallet;
  const style = unit === "credit" ? { decimals: 2, fixed: true } : { decimals: 0 };
  const noun = shortUnitName(unit);
  const isOwed = balance.startsWith("-");
  const left = isOwed ? "0" : displayAmount(balance, style);
  // Balance and allocation are written as everywhere; what is used is what lies between them as they are read.
  const decimals = unit === "credit" ? 2 : 0;
  const [whole = allocation] = roundToSum([allocation], decimals);
  const [rest = balance] = roundToSum([balance], decimals);
  const isBetween = !isOwed && sumOf([balance, used]) === allocation;
  const usedShown = isBetween ? sumOf([whole, `-${rest}`]) : used;
  return (
    <Card>
      <h2 className="flex items-baseline justify-between gap-3 text-sm text-ink-muted">
        {unit === "credit" ? "Credits used" : "Tool runs used"}
        <span className="font-medium text-ink tabular-nums">
          {/* Nothing is no part of nothing. */}
          {allocation === "0" ? "—" : `${displayPercent(used_percent, { of: [used, allocation] })} used`}
        </span>
      </h2>
      <p
        className="mt-1 text-lg font-semibold tracking-tight tabular-nums"
        title={`${displayExactAmount(used)} of ${displayExactAmount(allocation)} ${noun}`}
      >
        {displayAmount(usedShown, style)}{" "}
        <span className="text-sm font-medium text-ink-muted">
          of {displayAmount(allocation, style)} {noun}
        </span>
      </p>
      <LeftBar name={unit === "credit" ? "Credits" : "Tool runs"} wallet={wallet} className="mt-2" />
      <p className="mt-2 text-xs text-ink-muted">
        {unit === "credit"
          ? `All that has left the balance since credit was last added: use, what is charged ahead for what still runs, and refunds of payments; ${left} left`
          : `All runs since runs were last added; ${left} left`}
        {runOut && status !== "exhausted" && (
          <>
            ; <TextLink href="/consumption">runs out {runOut}</TextLink> at this rate
          </>
        )}
        {status === "low" || status === "exhausted" ? (
          <>
            {" · "}
            {unit === "credit" ? (
              <TextLink href="/billing/buy">Add credit</TextLink>
            ) : (
              <TextLink href="/billing/buy#volume">Ask for more runs</TextLink>
            )}
          </>
        ) : null}
      </p>
    </Card>
  );
}
