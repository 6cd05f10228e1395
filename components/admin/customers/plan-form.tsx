"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { savePlan } from "@/lib/backoffice/accounts/actions";
import type { CustomerTerms } from "@/lib/backoffice/accounts/read-customer";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";

/** What was agreed, in words, and what the account began with. */
export function PlanForm({
  accountId,
  plan,
  starter,
}: {
  accountId: string;
  plan: CustomerTerms["plan"];
  starter: CustomerTerms["starter"];
}) {
  const [name, setName] = useState(plan?.name ?? "");
  const [note, setNote] = useState(plan?.note ?? "");
  const { submit, busy, fault, message, requestId } = useSubmit(savePlan, () =>
    toast.success("The plan is set"),
  );
  const changed = name !== (plan?.name ?? "") || note !== (plan?.note ?? "");
  return (
    <form
      noValidate
      className="flex min-w-0"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ accountId, name, note });
      }}
    >
      <Card
        className="flex w-full flex-col [&>footer]:mt-auto"
        title="Plan"
        description={startedWith(starter)}
        footer={
          <FormFoot note={plan && `Set by ${plan.setBy}`}>
            <Button type="submit" busy={busy} disabled={!changed}>
              Set the plan
            </Button>
          </FormFoot>
        }
      >
        <div className="space-y-4">
          <FormError message={message} requestId={requestId} />
          <Field label="Name" error={fault("name")}>
            <Input
              value={name}
              onChange={({ target }) => setName(target.value)}
              maxLength={100}
              autoComplete="off"
            />
          </Field>
          <Field label="Note" hint="For operators alone." error={fault("note")}>
            <Input
              value={note}
              onChange={({ target }) => setNote(target.value)}
              maxLength={1000}
              autoComplete="off"
            />
          </Field>
        </div>
      </Card>
    </form>
  );
}

function startedWith(starter: CustomerTerms["starter"]): string {
  if (starter.length === 0) return "It was opened without free credit.";
  const parts = starter.map(
    ({ unit, amount, remaining }) =>
      `${displayAmount(amount)} ${unitName(unit)} (${displayAmount(remaining)} left)`,
  );
  return `It was opened with ${parts.join(" and ")}.`;
}
