"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { addBudget } from "@/lib/budgets/actions";
import {
  BUDGET_PERIODS,
  type BudgetMode,
  type BudgetPeriod,
  type BudgetScope,
} from "@/lib/budgets/rules/limit";
import { PERIOD_NAMES, SCOPE_NAMES } from "./budget";
import { LimitField } from "./limit-field";
import { ModeChoice } from "./mode-choice";
import { type ScopeOptions, ScopePicker } from "./scope-picker";

interface NewBudgetProps {
  accountId: string;
  creditValue: string;
  options: ScopeOptions;
}

/** Makes a budget: for whom, how much, how often, and what happens at its end. */
export function NewBudgetDialog(props: NewBudgetProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button look="primary">New budget</Button>}
      title="New budget"
    >
      <NewBudgetForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function NewBudgetForm({ accountId, creditValue, options, onDone }: NewBudgetProps & { onDone: () => void }) {
  const [own, setOwn] = useState<string | null>(null);
  const [[scope, scopeValue], setScope] = useState<readonly [BudgetScope, string]>(["account", ""]);
  const [period, setPeriod] = useState<BudgetPeriod>("monthly");
  const [limit, setLimit] = useState("");
  const [mode, setMode] = useState<BudgetMode>("hard");
  const name = own ?? suggestName(options, scope, scopeValue, period);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof addBudget>[0]) => addBudget(input, accountId),
    () => {
      toast.success(`The budget ${name} is in force`);
      onDone();
    },
  );
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, scope, scope_value: scopeValue, period, mode, limit });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <ScopePicker
        options={options}
        scope={scope}
        value={scopeValue}
        onChange={(nextScope, nextValue) => setScope([nextScope, nextValue])}
        error={fault("scope_value")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <LimitField value={limit} onChange={setLimit} creditValue={creditValue} error={fault("limit")} />
        <Field label="Period" hint={BEGINS[period]} error={fault("period")}>
          <Select
            value={period}
            onChange={({ target }) =>
              setPeriod(BUDGET_PERIODS.find((one) => one === target.value) ?? "monthly")
            }
          >
            {BUDGET_PERIODS.map((one) => (
              <option key={one} value={one}>
                {one === "weekly"
                  ? "A week, from Monday"
                  : PERIOD_NAMES[one].replace(/^./, (letter) => letter.toUpperCase())}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="Name" hint="Refusals name it." error={fault("name")}>
        <Input
          value={name}
          onChange={({ target }) => setOwn(target.value)}
          maxLength={100}
          autoComplete="off"
        />
      </Field>
      <ModeChoice value={mode} onChange={setMode} />
      <FormFoot>
        <Button type="submit" look="primary" busy={busy} disabled={scope !== "account" && scopeValue === ""}>
          Create budget
        </Button>
      </FormFoot>
    </form>
  );
}

const BEGINS: Readonly<Record<BudgetPeriod, string>> = {
  daily: "Begins anew at 00:00 UTC.",
  weekly: "Begins anew on Mondays, 00:00 UTC.",
  monthly: "Begins anew on the 1st, 00:00 UTC.",
  total: "Counts from today on.",
};

const RHYTHM: Readonly<Record<BudgetPeriod, string>> = {
  daily: "daily",
  weekly: "weekly",
  monthly: "monthly",
  total: "total",
};

/** "Growth, monthly": until the person writes a name of their own. */
function suggestName(options: ScopeOptions, scope: BudgetScope, value: string, period: BudgetPeriod): string {
  const what =
    scope === "account"
      ? SCOPE_NAMES.account
      : (options[scope].find((option) => option.value === value)?.name ?? value);
  return `${what}, ${RHYTHM[period]}`.slice(0, 100);
}
