import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Amount, Worth } from "@/components/ui/amount";
import { displayCount, displayShortCount, plural } from "@/lib/values/display/count";
import { displayRange, displayShortRange } from "@/lib/values/display/time";
import { changeInWords } from "./change";
import type { Counted } from "./counted";
import { totalOf, type UsageLine } from "./group-usage";
import type { AskedPeriod } from "./read-period";
import type { ShownUsage } from "./shown-usage";

// Few have any: their script comes for those who have.
const ReRated = dynamic(() => import("./re-rated").then((parts) => parts.ReRated));

interface UsageTotalsProps {
  lines: readonly UsageLine[];
  shown: ShownUsage;
  counted: Counted;
  period: AskedPeriod;
  creditValue: string;
  /** What is to be said of the total. */
  children: ReactNode;
}

/** What the lines of chart and table come to, in words: the answer before its parts. */
export function UsageTotals({ lines, shown, counted, period, creditValue, children }: UsageTotalsProps) {
  const { days, before } = period;
  const total = totalOf(lines);
  const { charge, input, output, toolRuns } = total;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm tabular-nums">
        <span className="text-lg font-semibold tracking-tight">
          <Amount value={charge} shown={shown.total} creditValue={creditValue} aligned />{" "}
          <span className="text-sm font-medium text-ink-muted">ECU</span>
        </span>
        <Worth value={charge} creditValue={creditValue} />
        <span className="text-ink-muted">
          for <Events {...counted} />
          {input + output > 0 && (
            <>
              , <span className="whitespace-nowrap">{displayShortCount(input)} tokens in</span> and{" "}
              <span className="whitespace-nowrap">{displayShortCount(output)} out</span>
            </>
          )}
          {toolRuns > 0 && (
            <>
              , <span className="whitespace-nowrap">{plural(toolRuns, "tool run")}</span>
            </>
          )}
          , <span className="whitespace-nowrap">{displayRange(days.from, days.to)}</span>
        </span>
        {before && (
          <span
            className="rounded-md bg-sunken px-2 py-0.5 text-xs text-ink"
            title={`${displayCount(total.before?.calls ?? 0)} usage events before`}
          >
            {changeInWords(charge, total.before?.charge ?? "0", displayShortRange(before.from, before.to))}
          </span>
        )}
      </p>
      {(total.reRated !== "0" || total.runsReRated !== 0) && <ReRated {...total} creditValue={creditValue} />}
      {children}
    </div>
  );
}

/** How many usage events there were, and which of them were calls. */
function Events({ called, byTime }: Counted) {
  if (byTime === 0) return plural(called, "API call");
  return (
    <>
      {called > 0 && <>{plural(called, "API call")} and </>}
      <span title="Cycles of instances, days of storage, and what else is metered by time">
        {plural(byTime, called > 0 ? "other usage event" : "usage event")}
      </span>
    </>
  );
}
