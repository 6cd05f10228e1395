import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { displayDay } from "@/lib/values/display/time";
import { type Budget, percentInWords, PERIOD_NAMES, resetInWords, scopeInWords, toneOfUse } from "./budget";
import { LimitMeter } from "./limit-meter";

/** One budget: what it is for, how much of it is used, and what happens at its end. */
export function BudgetRow({ budget, actions }: { budget: Budget; actions: ReactNode }) {
  const { name, limit, period, mode, starts_on, resets_at } = budget;
  return (
    <li className="grid gap-x-6 gap-y-3 px-5 py-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,7fr)_auto] xl:items-center">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span className="min-w-0 wrap-anywhere">{name}</span>
          <StateBadge budget={budget} />
        </h3>
        <p className="mt-0.5 text-xs text-ink-muted wrap-anywhere">
          {scopeInWords(budget)} · {mode === "hard" ? "refuses at its limit" : "only warns"}
        </p>
        <p className="text-xs text-ink-muted first-letter:uppercase">
          {period === "total" && `Counts from ${displayDay(starts_on)}, `}
          {resetInWords(resets_at)}
        </p>
      </div>
      <div className="min-w-0">
        <p className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3 text-sm tabular-nums">
          <span>
            <Amount value={limit} className="font-medium" /> ECU {PERIOD_NAMES[period]}
          </span>
          <span className="text-xs text-ink-muted">{percentInWords(budget)} used</span>
        </p>
        <LimitMeter use={budget} label={name} heldAs="held or charged ahead" />
      </div>
      {actions && (
        <div className="flex gap-1 md:max-xl:-ml-2.5 xl:pointer-fine:-mr-2.5 narrow:gap-2">{actions}</div>
      )}
    </li>
  );
}

function StateBadge({ budget }: { budget: Budget }) {
  const tone = toneOfUse(budget);
  if (tone === "accent") return null;
  if (tone === "warn") return <Badge tone="warn">nearly used up</Badge>;
  if (budget.mode === "hard") return <Badge tone="bad">used up: new work is refused</Badge>;
  return <Badge tone="bad">{budget.remaining.startsWith("-") ? "over its limit" : "used up"}</Badge>;
}
