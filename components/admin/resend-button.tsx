"use client";

import { sendAgain } from "@/lib/backoffice/emails/actions";
import { AgainButton } from "./again-button";

/** Sends a mail once more, to the same address. */
export function ResendButton({ id, recipient }: { id: string; recipient: string }) {
  return (
    <AgainButton
      run={() => sendAgain({ id })}
      done="It is on its way once more"
      label={`Send again to ${recipient}`}
    >
      Send again
    </AgainButton>
  );
}
