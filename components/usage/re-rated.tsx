import { Amount } from "@/components/ui/amount";
import { sumOf } from "@/lib/values/display/round-to-sum";

interface ReRatedProps {
  /** What was charged for usage, and what re-rates changed of earlier charges: below zero what was given back. ECU, and tool runs. */
  charge: string;
  reRated: string;
  runsReRated: number;
  creditValue: string;
}

/** What re-rates gave back or charged in these days, and what the ledger charged in all; nothing where they changed nothing. */
export function ReRated({ charge, reRated, runsReRated, creditValue }: ReRatedProps) {
  const isCredit = reRated !== "0";
  if (!isCredit && runsReRated === 0) return null;
  return (
    <p className="text-sm text-ink-muted tabular-nums">
      {isCredit && (
        <>
          {said(reRated.startsWith("-"))}{" "}
          <Amount value={reRated.replace("-", "")} creditValue={creditValue} className="text-ink" /> ECU: with
          that{" "}
          <Amount
            value={sumOf([charge, reRated])}
            creditValue={creditValue}
            className="font-medium text-ink"
          />{" "}
          ECU in all.{" "}
        </>
      )}
      {runsReRated !== 0 && (
        <>
          {said(runsReRated < 0)}{" "}
          <Amount value={Math.abs(runsReRated).toString()} unit="tool_run" className="text-ink" /> tool runs.
        </>
      )}
    </p>
  );
}

function said(isBack: boolean): string {
  return isBack ? "Given back by re-rates in these days:" : "Charged in addition by re-rates in these days:";
}
