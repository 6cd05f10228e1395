"use client";

import { replayWebhook } from "@/lib/backoffice/webhooks/actions";
import { AgainButton } from "./again-button";

/** Sends a customer's message again, under the same id. */
export function ReplayWebhookButton({ id, label }: { id: string; label: string }) {
  return (
    <AgainButton
      run={() => replayWebhook({ id })}
      done="It is on its way again"
      label={`Send again: ${label}`}
    >
      Send again
    </AgainButton>
  );
}
