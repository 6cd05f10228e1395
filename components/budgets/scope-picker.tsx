"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { BUDGET_SCOPES, type BudgetScope } from "@/lib/budgets/rules/limit";
import { SCOPE_NAMES } from "./budget";

/** What a budget can be for in this account: the words of usage, and how people call them. */
export type ScopeOptions = Readonly<
  Record<Exclude<BudgetScope, "account">, readonly { value: string; name: string }[]>
>;

const NONE: Readonly<Record<Exclude<BudgetScope, "account">, string>> = {
  team: "There is no team yet. Make one under Teams and projects.",
  project: "There is no project yet. Make one under Teams and projects.",
  member: "There is no member.",
  key: "There is no API key that you may see. Make one under API keys.",
  feature: "The rate card has no features.",
};

/** Chooses what a budget is for, from what there is in the account. */
export function ScopePicker({
  options,
  scope,
  value,
  onChange,
  error,
}: {
  options: ScopeOptions;
  scope: BudgetScope;
  value: string;
  onChange: (scope: BudgetScope, value: string) => void;
  error: string | undefined;
}) {
  const choices = scope === "account" ? [] : options[scope];
  const first = (next: BudgetScope) => (next === "account" ? "" : (options[next][0]?.value ?? ""));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="For">
        <Select
          value={scope}
          onChange={({ target }) => onChange(scopeOf(target.value), first(scopeOf(target.value)))}
        >
          {BUDGET_SCOPES.map((one) => (
            <option key={one} value={one}>
              {one === "account" ? SCOPE_NAMES.account : `One ${one === "key" ? "API key" : one}`}
            </option>
          ))}
        </Select>
      </Field>
      {scope !== "account" && (
        <Field label={SCOPE_NAMES[scope]} error={error} hint={choices.length === 0 ? NONE[scope] : undefined}>
          <Select
            value={value}
            disabled={choices.length === 0}
            onChange={({ target }) => onChange(scope, target.value)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

function scopeOf(text: string): BudgetScope {
  return BUDGET_SCOPES.find((scope) => scope === text) ?? "account";
}
