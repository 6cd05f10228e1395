"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { askForNewPassword } from "@/lib/accounts/personal/actions";

/** Asks for a link. It says the same for every address. */
export function ForgotPasswordForm() {
  const [sent, setSent] = useState(false);
  const { submit, busy, fault, message, requestId } = useSubmit(askForNewPassword, () => setSent(true));
  if (sent) {
    return (
      <Banner tone="good">
        If this address has a sign-in, a link is on its way to it. It works once, for one hour.
      </Banner>
    );
  }
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ email: String(new FormData(event.currentTarget).get("email")) });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field label="E-mail" error={fault("email")}>
        <Input name="email" type="email" autoComplete="username" autoFocus />
      </Field>
      <Button type="submit" look="primary" size="lg" className="w-full" busy={busy}>
        Send a link
      </Button>
    </form>
  );
}
