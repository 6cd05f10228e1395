"use client";

import { sendWebhookAgain } from "@/lib/webhooks/actions";
import { RunButton } from "./run-button";

/** Sends a delivery again under the same id. */
export function SendAgainButton({ accountId, id, label }: { accountId: string; id: string; label: string }) {
  return (
    <RunButton
      run={() => sendWebhookAgain({ id }, accountId)}
      done={() => "It is on its way again"}
      size="sm"
      aria-label={`Send again: ${label}`}
    >
      Send again
    </RunButton>
  );
}
