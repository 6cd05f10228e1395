"use client";

import { replayWebhook } from "@/lib/backoffice/webhooks/actions";
import { AgainButton } from "./again-button";

/** Sends a customer's message again, under the same id. */
export function ReplayWebhookButton({
  id,
  label,
  look = "row",
}: {
  id: string;
  label: string;
  look?: "row" | "secondary";
}) {
  return (
    <AgainButton
      run={() => replayWebhook({ id })}
      done="It is on its way again"
      look={look}
      label={`Send again: ${label}`}
    >
      Send again
    </AgainButton>
  );
}
