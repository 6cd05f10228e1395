"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { verifyNow } from "@/lib/backoffice/verification/actions";
import { told } from "./told";

/** Has the worker verify the books now. */
export function VerifyButton({ running }: { running: boolean }) {
  const { submit, busy } = useSubmit(
    () => told(verifyNow({})),
    () => toast.success("The worker begins"),
  );
  return (
    <Button look="primary" busy={busy} disabled={running} onClick={() => submit(undefined)}>
      {running ? "Verifying…" : "Verify now"}
    </Button>
  );
}
