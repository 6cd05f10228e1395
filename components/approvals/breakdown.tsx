import { Amount } from "@/components/ui/amount";
import type { Unit } from "@/lib/values/ids";
import { displayCount } from "@/lib/values/display/count";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { shortUnitName } from "@/lib/values/display/unit";
import { amountInWords, type BreakdownLine } from "./approval";

/** What a worst case is made of: a line for each kind of work, its sum, and the computation behind each, to be opened. */
export function Breakdown({
  lines,
  total,
  unit,
  open = false,
}: {
  lines: readonly BreakdownLine[];
  total: string;
  unit: Unit;
  /** Shows the computations at once. */
  open?: boolean;
}) {
  const amounts = lines.map(({ amount }) => amount);
  // What is shown adds up to the total as it is shown.
  const shown = unit === "credit" ? roundToSum(amounts) : amounts;
  // Among several the sum below them says what they count.
  const isOnly = lines.length === 1;
  return (
    <div className="overflow-hidden rounded-lg border">
      <ul className="divide-y">
        {lines.map((line, index) => (
          <li key={index}>
            <details className="group" open={open}>
              <summary className="flex items-baseline justify-between gap-4 px-4 py-2.5 hover:bg-hover/60">
                <span className="min-w-0 wrap-anywhere">
                  {line.count > 1 && <span className="tabular-nums">{displayCount(line.count)} × </span>}
                  {line.description}
                  <span className="ml-2 text-xs whitespace-nowrap text-ink-muted underline decoration-dotted underline-offset-3">
                    <span className="group-open:hidden">how</span>
                    <span className="hidden group-open:inline">close</span>
                  </span>
                </span>
                <span className="whitespace-nowrap">
                  <Amount value={line.amount} shown={shown[index]} unit={unit} aligned />
                  {isOnly && <span className="text-ink-muted"> {shortUnitName(unit)}</span>}
                </span>
              </summary>
              <ol className="space-y-1 border-t bg-sunken/50 px-4 py-2.5 text-xs text-pretty text-ink-muted">
                {line.steps.map((step, at) => (
                  <li key={at} className="wrap-anywhere">
                    {step}
                  </li>
                ))}
                {line.count > 1 && (
                  <li className="font-medium text-ink">
                    {displayCount(line.count)} × {amountInWords(line.each, unit)} ={" "}
                    {amountInWords(line.amount, unit)}
                  </li>
                )}
              </ol>
            </details>
          </li>
        ))}
      </ul>
      {!isOnly && (
        <p className="flex justify-between gap-4 border-t border-line-strong bg-sunken/50 px-4 py-2.5 font-medium">
          Together, at most
          <span className="whitespace-nowrap">
            <Amount value={total} unit={unit} aligned /> {shortUnitName(unit)}
          </span>
        </p>
      )}
    </div>
  );
}
