"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { useSubmit } from "@/components/ui/use-submit";
import { setNewPassword } from "@/lib/accounts/personal/actions";

/** Sets a new password with the token of a mail. */
export function ResetPasswordForm({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const { submit, busy, fault, message, requestId } = useSubmit(setNewPassword, () => setDone(true));
  if (done) {
    return (
      <Banner tone="good">
        Your password is set, and every session was signed out. <TextLink href="/sign-in">Sign in</TextLink>
      </Banner>
    );
  }
  const spent = message !== null || fault("token") !== undefined;
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ token, password: String(new FormData(event.currentTarget).get("password")) });
      }}
    >
      <FormError
        message={
          message ?? (fault("token") ? "This link is not complete. Copy all of it from the e-mail." : null)
        }
        requestId={requestId}
      />
      {spent && <TextLink href="/forgot-password">Ask for a new link</TextLink>}
      <Field
        label="New password"
        hint="At least 10 characters. Four unrelated words are easy to remember and hard to guess."
        error={fault("password")}
      >
        <Input name="password" type="password" autoComplete="new-password" maxLength={128} autoFocus />
      </Field>
      <Button type="submit" look="primary" size="lg" className="w-full" busy={busy}>
        Set the password
      </Button>
    </form>
  );
}
