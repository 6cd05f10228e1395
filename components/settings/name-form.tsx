"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { SaveBar } from "@/components/ui/save-bar";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** One card that saves one name. */
export function NameForm({
  title,
  label,
  hint,
  value,
  disabled = false,
  save,
}: {
  title: string;
  label: string;
  hint?: string;
  value: string;
  disabled?: boolean;
  save: (input: { name: string }) => Promise<ActionResult<unknown>>;
}) {
  const [name, setName] = useState(value);
  const { submit, busy, fault, message, requestId } = useSubmit(save, () => toast.success("Saved"));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name });
      }}
    >
      <Card title={title} footer={<SaveBar isSame={name === value} busy={busy} disabled={disabled} />}>
        <div className="max-w-xl space-y-3">
          <FormError message={message} requestId={requestId} />
          <Field label={label} hint={hint} error={fault("name")}>
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={100}
              disabled={disabled}
              autoComplete="off"
            />
          </Field>
        </div>
      </Card>
    </form>
  );
}
