import { resetInWords } from "@/components/budgets/budget";
import { LimitMeter } from "@/components/budgets/limit-meter";
import { Badge } from "@/components/ui/badge";
import type { BudgetView } from "@/lib/metering/preflight/estimate";
import { displayAmount } from "@/lib/values/display/amount";

/** The budgets that the work falls under, each with what is used of it and what would remain. */
export function CoveringBudgets({ budgets }: { budgets: readonly BudgetView[] }) {
  if (budgets.length === 0) return <p className="text-sm text-ink-muted">No budget covers this.</p>;
  return (
    <ul className="space-y-4">
      {budgets.map((budget) => (
        <li key={budget.id}>
          <p className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
            <span className="min-w-0 font-medium wrap-anywhere">
              {budget.name} {budget.kind === "mandate" && <Badge>mandate</Badge>}
            </span>
            <Afterwards budget={budget} />
          </p>
          <LimitMeter use={budget} label={budget.name} heldAs="held or charged ahead" />
          {budget.kind === "budget" && (
            <p className="mt-0.5 text-xs text-ink-muted">
              {displayAmount(budget.limit)} ECU, {resetInWords(budget.resets_at)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Afterwards({ budget: { would_remain, mode } }: { budget: BudgetView }) {
  if (!would_remain.startsWith("-"))
    return <span className="text-xs text-ink-muted">{asInMeter(would_remain)} ECU would remain</span>;
  const over = `${asInMeter(would_remain.slice(1))} ECU over`;
  return mode === "hard" ? <Badge tone="bad">{over}</Badge> : <Badge tone="warn">{over}, only warns</Badge>;
}

/** With the decimals that the meter beside it has. */
function asInMeter(amount: string): string {
  return displayAmount(amount, { fixed: amount.includes(".") });
}
