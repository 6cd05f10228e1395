"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/accounts/personal/actions";

/** For operators, who need not have an account whose console they could sign out in. */
export function SignOut() {
  const [busy, start] = useTransition();
  return (
    <Button look="ghost" size="sm" busy={busy} onClick={() => start(async () => void (await signOut({})))}>
      Sign out
    </Button>
  );
}
