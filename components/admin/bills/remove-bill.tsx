"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { dropBill } from "@/lib/reports/bill-match/actions";

/** Forgets a bill that was imported by mistake. */
export function RemoveBill({ id }: { id: string }) {
  const router = useRouter();
  const { submit, busy, message, requestId } = useSubmit(dropBill, () => {
    toast.success("The bill is removed");
    router.push("/admin/bills");
  });
  return (
    <Dialog trigger={<Button>Remove</Button>} title="Remove this bill?">
      <FormError message={message} requestId={requestId} />
      <p className="text-sm text-ink-muted">
        Nothing else changes: costs are ours. The same file can be imported again.
      </p>
      <div className="mt-4">
        <FormFoot>
          <Button look="danger" busy={busy} onClick={() => submit({ id })}>
            Remove the bill
          </Button>
        </FormFoot>
      </div>
    </Dialog>
  );
}
