"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { saveBudget } from "@/lib/budgets/actions";
import type { Budget } from "./budget";
import { LimitField } from "./limit-field";
import { ModeChoice } from "./mode-choice";

/** Changes what a budget is called, how much it allows, and what happens at its end. Its period and what it is for stay. */
export function EditBudgetDialog({
  accountId,
  budget,
  creditValue,
}: {
  accountId: string;
  budget: Budget;
  creditValue: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="row" size="sm" aria-label={`Edit ${budget.name}`}>
          Edit
        </Button>
      }
      title={`Edit ${budget.name}`}
    >
      <EditForm
        accountId={accountId}
        budget={budget}
        creditValue={creditValue}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}

function EditForm({
  accountId,
  budget,
  creditValue,
  onDone,
}: {
  accountId: string;
  budget: Budget;
  creditValue: string;
  onDone: () => void;
}) {
  const [name, setName] = useState(budget.name);
  const [limit, setLimit] = useState(budget.limit);
  const [mode, setMode] = useState(budget.mode);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof saveBudget>[0]) => saveBudget(input, accountId),
    () => {
      toast.success("The budget is changed");
      onDone();
    },
  );
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ id: budget.id, name, limit, mode });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <LimitField value={limit} onChange={setLimit} creditValue={creditValue} error={fault("limit")} />
      <Field label="Name" error={fault("name")}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={100}
          autoComplete="off"
        />
      </Field>
      <ModeChoice value={mode} onChange={setMode} />
      <FormFoot note="It holds from the next request on.">
        <Button type="submit" look="primary" busy={busy}>
          Save
        </Button>
      </FormFoot>
    </form>
  );
}
