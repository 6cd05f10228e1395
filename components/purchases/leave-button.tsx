"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** Asks for an address at Stripe and goes there; says so when there is none. */
export function LeaveButton({
  ask,
  look = "secondary",
  size = "md",
  children,
}: {
  ask: () => Promise<ActionResult<{ url: string }>>;
  look?: "primary" | "secondary" | "danger";
  size?: "sm" | "md";
  children: ReactNode;
}) {
  const { submit, busy } = useSubmit(
    async () => {
      const result = await ask();
      if (!result.ok) toast.error(result.message);
      return result;
    },
    ({ url }) => window.location.assign(url),
  );
  return (
    <Button look={look} size={size} busy={busy} onClick={() => submit(undefined)}>
      {children}
    </Button>
  );
}
