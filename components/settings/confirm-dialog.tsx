"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, PanelClose } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** Asks before something that cannot be taken back, and says what will happen. */
export function ConfirmDialog({
  trigger,
  look = "row",
  title,
  children,
  verb,
  done,
  run,
}: {
  /** Words of the button that opens it. */
  trigger: string;
  /** Of that button: in the head of a card it is an ordinary one. */
  look?: "row" | "secondary";
  title: string;
  children: ReactNode;
  verb: string;
  /** What to say afterwards. */
  done: string;
  run: () => Promise<ActionResult<unknown>>;
}) {
  const [open, setOpen] = useState(false);
  const { submit, busy, message, requestId, reset } = useSubmit(run, () => {
    setOpen(false);
    toast.success(done);
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        reset();
        setOpen(next);
      }}
      trigger={
        <Button look={look} size={look === "row" ? "sm" : "md"}>
          {trigger}
        </Button>
      }
      title={title}
      footer={
        <>
          <PanelClose asChild>
            <Button>Keep</Button>
          </PanelClose>
          <Button look="danger" busy={busy} onClick={() => submit(undefined)}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="space-y-3 text-sm">
        <FormError message={message} requestId={requestId} />
        {children}
      </div>
    </Dialog>
  );
}
