"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { providerPage, signInWith } from "./credentials";

interface Props {
  /** Where to go afterwards. */
  next: string;
  providers: readonly { id: string; name: string }[];
  email?: string;
  /** Why the person stands here: a provider that refused them. */
  notice?: string | null;
}

/** E-mail and password, and the providers that are set up. */
export function SignInForm({ next, providers, email = "", notice = null }: Props) {
  const [message, setMessage] = useState(notice);
  const [busy, start] = useTransition();
  const enter = (form: FormData) =>
    start(async () => {
      const refused = await signInWith(String(form.get("email")), String(form.get("password")));
      setMessage(refused);
      // A full load, so that nothing of the person before remains in memory.
      if (refused === null) window.location.assign(next);
    });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        enter(new FormData(event.currentTarget));
      }}
    >
      <FormError message={message} />
      <Field label="E-mail">
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={email}
          autoFocus={!email}
        />
      </Field>
      <Field label="Password" aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}>
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={Boolean(email)}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="w-full" busy={busy}>
        Sign in
      </Button>
      {providers.length > 0 && <Providers next={next} providers={providers} />}
    </form>
  );
}

function Providers({ next, providers }: Pick<Props, "next" | "providers">) {
  const [busy, start] = useTransition();
  const [lost, setLost] = useState(false);
  const go = (id: string) =>
    start(async () => {
      await providerPage(id, next).then(
        (url) => window.location.assign(url),
        () => setLost(true),
      );
    });
  return (
    <div className="space-y-2 border-t pt-4">
      <FormError
        message={lost ? "The provider could not be reached. Try again, or sign in with your password." : null}
      />
      {providers.map(({ id, name }) => (
        <Button key={id} size="lg" className="w-full" busy={busy} onClick={() => go(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
