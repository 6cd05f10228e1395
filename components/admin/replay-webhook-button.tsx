"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { replayWebhook } from "@/lib/backoffice/webhooks/actions";
import { told } from "./told";

/** Sends a customer's message again, under the same id. */
export function ReplayWebhookButton({ id, label }: { id: string; label: string }) {
  const { submit, busy } = useSubmit(
    () => told(replayWebhook({ id })),
    () => toast.success("It is on its way again"),
  );
  return (
    <Button
      look="ghost"
      size="sm"
      busy={busy}
      onClick={() => submit(undefined)}
      aria-label={`Send ${label} again`}
    >
      Send again
    </Button>
  );
}
