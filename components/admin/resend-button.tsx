"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { sendAgain } from "@/lib/backoffice/emails/actions";
import { told } from "./told";

/** Sends a mail once more, to the same address. */
export function ResendButton({ id, recipient }: { id: string; recipient: string }) {
  const { submit, busy } = useSubmit(
    () => told(sendAgain({ id })),
    () => toast.success("It is on its way once more"),
  );
  return (
    <Button
      look="ghost"
      size="sm"
      busy={busy}
      onClick={() => submit(undefined)}
      aria-label={`Send again to ${recipient}`}
    >
      Send again
    </Button>
  );
}
