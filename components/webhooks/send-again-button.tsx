"use client";

import { sendWebhookAgain } from "@/lib/webhooks/actions";
import { RunButton } from "./run-button";

/** Sends a delivery again under the same id. */
export function SendAgainButton({
  accountId,
  id,
  label,
  look = "row",
}: {
  accountId: string;
  id: string;
  label: string;
  /** In the head of a card it is an ordinary button. */
  look?: "row" | "secondary";
}) {
  return (
    <RunButton
      run={() => sendWebhookAgain({ id }, accountId)}
      done={() => "It is on its way again"}
      look={look}
      size={look === "row" ? "sm" : "md"}
      aria-label={`Send again: ${label}`}
    >
      Send again
    </RunButton>
  );
}
