"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { register } from "@/lib/accounts/personal/actions";
import { signInWith } from "./credentials";

interface Invited {
  token: string;
  email: string;
}

/** Name, e-mail, password, and what the account is called; without the last for someone who was invited. */
export function SignUpForm({ next, invitation }: { next: string; invitation?: Invited }) {
  const [refused, setRefused] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const { submit, busy, fault, message, requestId } = useSubmit(register, (_, { email, password }) => {
    void signInWith(email, password).then((problem) => {
      if (problem === null) window.location.assign(next);
      else if (invitation) setRefused(problem);
      else setWritten(email);
    });
  });
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const email = invitation?.email ?? text("email");
    submit({
      name: text("name"),
      email,
      password: text("password"),
      ...(text("accountName") && { accountName: text("accountName") }),
      ...(invitation && { invitation: invitation.token }),
    });
  };
  // Whether the address is new or has a sign-in: there is a mail in its mailbox that leads on.
  if (written) {
    return (
      <Banner tone="good">
        We have written to {written}: open that e-mail to go on. If you have signed up with this address
        before, sign in with the password of then.
      </Banner>
    );
  }
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <FormError message={message ?? refused ?? fault("invitation") ?? null} requestId={requestId} />
      <Field label="Your name" error={fault("name")}>
        <Input name="name" autoComplete="name" maxLength={100} autoFocus />
      </Field>
      <Field label="E-mail" error={fault("email")}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          {...(invitation && { value: invitation.email, readOnly: true })}
        />
      </Field>
      <Field
        label="Password"
        hint="At least 10 characters. Four unrelated words are easy to remember and hard to guess."
        error={fault("password")}
      >
        <Input name="password" type="password" autoComplete="new-password" maxLength={128} />
      </Field>
      {!invitation && (
        <Field
          label="Account name (optional)"
          hint="What your team sees, such as your company. You can change it later."
          error={fault("accountName")}
        >
          <Input name="accountName" autoComplete="organization" maxLength={100} />
        </Field>
      )}
      <Button type="submit" look="primary" size="lg" className="w-full" busy={busy}>
        {invitation ? "Sign up and join" : "Sign up"}
      </Button>
    </form>
  );
}
