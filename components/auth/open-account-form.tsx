"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { openAccount } from "@/lib/accounts/personal/actions";

/** Opens an account for someone who belongs to none. */
export function OpenAccountForm() {
  const { submit, busy, fault, message, requestId } = useSubmit(openAccount);
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name: String(new FormData(event.currentTarget).get("name")) });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field
        label="Account name"
        hint="What your team sees, such as your company. You can change it later."
        error={fault("name")}
      >
        <Input name="name" autoComplete="organization" maxLength={100} autoFocus />
      </Field>
      <Button type="submit" look="primary" size="lg" className="w-full" busy={busy}>
        Open the account
      </Button>
    </form>
  );
}
