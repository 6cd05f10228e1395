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
import { saveLimits } from "@/lib/backoffice/accounts/actions";
import type { LeftToday as Left } from "@/lib/backoffice/limits/daily-limit";
import type { CreditPolicy } from "@/lib/deployments/credit-policy";
import { LeftToday } from "../left-today";

/** How far the account may go: below the one nothing new is deployed, past the other what runs is stopped. */
export function LimitsForm({
  accountId,
  policy,
  left,
}: {
  accountId: string;
  policy: CreditPolicy;
  /** Credit, of the day of who sets them. */
  left: Left;
}) {
  const [low, setLow] = useState(policy.low_limit);
  const [negative, setNegative] = useState(policy.negative_limit);
  const { submit, busy, fault, message, requestId } = useSubmit(saveLimits, () =>
    toast.success("The limits are set"),
  );
  const changed = low !== policy.low_limit || negative !== policy.negative_limit;
  return (
    <form
      noValidate
      className="flex min-w-0"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ accountId, low_limit: low.trim(), negative_limit: negative.trim() });
      }}
    >
      <Card
        className="flex w-full flex-col [&>footer]:mt-auto"
        title="Limits"
        description={policy.may_deploy ? "New deployments may start." : "Nothing new may be deployed now."}
        footer={
          <FormFoot>
            <Button type="submit" busy={busy} disabled={!changed}>
              Set the limits
            </Button>
          </FormFoot>
        }
      >
        <div className="space-y-4">
          <FormError message={message} requestId={requestId} />
          <Field
            label="Low limit (ECU)"
            hint="Available credit below which nothing new is deployed."
            error={fault("low_limit")}
          >
            <Input
              value={low}
              onChange={({ target }) => setLow(target.value)}
              inputMode="decimal"
              autoComplete="off"
            />
          </Field>
          <Field
            label="Negative limit (ECU)"
            hint={
              <>
                Zero or below: past it, what runs is stopped. What a lower one lends counts against your day.{" "}
                <LeftToday left={left} unit="credit" />
              </>
            }
            error={fault("negative_limit")}
          >
            <Input
              value={negative}
              onChange={({ target }) => setNegative(target.value)}
              inputMode="decimal"
              autoComplete="off"
            />
          </Field>
        </div>
      </Card>
    </form>
  );
}
