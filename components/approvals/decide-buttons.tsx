"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { useSubmit } from "@/components/ui/use-submit";
import { approveRequest, declineRequest } from "@/lib/approvals/actions";

/** Approves or declines. Once pressed neither can be pressed again until the answer is there. */
export function DecideButtons({
  accountId,
  id,
  approve,
  blocked = false,
  size = "md",
  onDecided,
}: {
  accountId: string;
  id: string;
  /** What approving does, as a verb: "Approve and hold 12.5 ECU". */
  approve: string;
  /** Approving would be refused, and the page says why. */
  blocked?: boolean;
  size?: "sm" | "md" | "lg";
  onDecided?: (decision: "approved" | "declined") => void;
}) {
  const [pressed, setPressed] = useState<"approved" | "declined">("approved");
  const { submit, busy, message, requestId } = useSubmit(
    (decision: "approved" | "declined") =>
      decision === "approved" ? approveRequest({ id }, accountId) : declineRequest({ id }, accountId),
    (_, decision) => onDecided?.(decision),
  );
  const decide = (decision: "approved" | "declined") => {
    setPressed(decision);
    submit(decision);
  };
  return (
    <div className="space-y-3">
      <FormError message={message} requestId={requestId} />
      <FormFoot>
        <Button
          size={size}
          disabled={busy}
          busy={busy && pressed === "declined"}
          onClick={() => decide("declined")}
        >
          Decline
        </Button>
        <Button
          size={size}
          look="primary"
          disabled={busy || blocked}
          busy={busy && pressed === "approved"}
          onClick={() => decide("approved")}
        >
          {approve}
        </Button>
      </FormFoot>
    </div>
  );
}
