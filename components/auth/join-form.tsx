"use client";

import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useSubmit } from "@/components/ui/use-submit";
import { joinAccount, signOut } from "@/lib/accounts/personal/actions";

/** Joins the account of an invitation as who is signed in. */
export function JoinForm({ token, accountName }: { token: string; accountName: string }) {
  const { submit, busy, message, requestId, fault } = useSubmit(joinAccount);
  return (
    <div className="space-y-4">
      <FormError message={message ?? fault("token") ?? null} requestId={requestId} />
      <Button look="primary" size="lg" className="w-full" busy={busy} onClick={() => submit({ token })}>
        Join {accountName}
      </Button>
    </div>
  );
}

/** Signs out, to come back as someone else. */
export function SignOutButton() {
  const { submit, busy } = useSubmit(signOut);
  return (
    <Button size="lg" className="w-full" busy={busy} onClick={() => submit({})}>
      Sign out
    </Button>
  );
}
