"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { savePassword, savePersonName } from "@/lib/accounts/personal/actions";
import { NameForm } from "./name-form";

export function PersonNameForm({ name, email }: { name: string; email: string }) {
  return (
    <NameForm title="You" label="Name" hint={`You sign in as ${email}.`} value={name} save={savePersonName} />
  );
}

/** Changes the password, or sets the first one of who came through a provider. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, busy, fault, message, requestId } = useSubmit(savePassword, () => {
    toast.success("Your password is changed, and other sessions are signed out");
    form.current?.reset();
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        submit({ current: String(sent.get("current") ?? ""), password: String(sent.get("password")) });
      }}
    >
      <Card
        title="Password"
        description="Changing it signs you out everywhere else."
        footer={
          <FormFoot>
            <Button type="submit" look="primary" busy={busy}>
              {hasPassword ? "Change password" : "Set a password"}
            </Button>
          </FormFoot>
        }
      >
        <div className="max-w-xl space-y-3">
          <FormError message={message} requestId={requestId} />
          {hasPassword && (
            <Field label="Current password" error={fault("current")}>
              <Input name="current" type="password" autoComplete="current-password" maxLength={128} />
            </Field>
          )}
          <Field label="New password" hint="At least 10 characters." error={fault("password")}>
            <Input name="password" type="password" autoComplete="new-password" maxLength={128} />
          </Field>
        </div>
      </Card>
    </form>
  );
}
