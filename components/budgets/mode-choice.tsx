"use client";

import type { BudgetMode } from "@/lib/budgets/rules/limit";
import { MODE_MEANINGS } from "./budget";

const MODES: readonly { value: BudgetMode; name: string }[] = [
  { value: "hard", name: "Refuse" },
  { value: "warn", name: "Only warn" },
];

/** What happens when the budget is used up, said in words. */
export function ModeChoice({ value, onChange }: { value: BudgetMode; onChange: (mode: BudgetMode) => void }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">When it is used up</legend>
      <div className="space-y-2">
        {MODES.map((mode) => (
          <label
            key={mode.value}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border px-3 py-2 has-checked:border-accent-ink has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="mode"
              value={mode.value}
              checked={mode.value === value}
              onChange={() => onChange(mode.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{mode.name}</span>
              <span className="block text-xs text-ink-muted">{MODE_MEANINGS[mode.value]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
