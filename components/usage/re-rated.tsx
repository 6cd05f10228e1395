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
          Re-rates {reRated.startsWith("-") ? "gave back" : "charged in addition"}{" "}
          <Amount value={reRated.replace("-", "")} creditValue={creditValue} className="text-ink" /> ECU in
          these days, so that{" "}
          <Amount
            value={sumOf([charge, reRated])}
            creditValue={creditValue}
            className="font-medium text-ink"
          />{" "}
          ECU were charged in all.{" "}
        </>
      )}
      {runsReRated !== 0 && (
        <>
          Re-rates {runsReRated < 0 ? "gave back" : "charged in addition"}{" "}
          <Amount value={Math.abs(runsReRated).toString()} unit="tool_run" className="text-ink" /> tool runs.
        </>
      )}
    </p>
  );
}
