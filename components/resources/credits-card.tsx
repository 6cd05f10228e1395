import type { ReactNode } from "react";
import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { parseScaled } from "@/lib/values/money";

const HUNDRED_NANO = 100_000_000_000n;

/** A hundred and more without decimals, where the window is narrow: rounded, not cut off. */
export function inBrief(credits: string): string {
  return displayAmount(credits, parseScaled(credits, 9) >= HUNDRED_NANO ? { decimals: 0 } : {});
}

/** Credits of a tab. */
export function CreditsCard({
  label,
  spent: { credits },
  creditValue,
  note,
}: {
  label: string;
  spent: { credits: string };
  creditValue: string;
  note?: ReactNode;
}) {
  return (
    <StatCard
      label={label}
      aside={<Worth value={credits} creditValue={creditValue} />}
      value={
        <>
          <span className="max-sm:hidden">
            <Amount value={credits} creditValue={creditValue} aligned={credits !== "0"} />
          </span>
          <span className="sm:hidden" title={`${displayExactAmount(credits)} ECU`}>
            {inBrief(credits)}
          </span>{" "}
          <span className="text-sm font-medium text-ink-muted">ECU</span>
        </>
      }
      note={note}
    />
  );
}
