"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** What a second operator does about a proposal: approve it as it is shown, or decline it; who made it can only take it back. */
export function Decision({
  isOwn,
  accept,
  accepted,
  drop,
  onDone,
  children,
}: {
  isOwn: boolean;
  accept: () => Promise<ActionResult<unknown>>;
  /** What is said when it is approved. */
  accepted: string;
  drop: (note: string) => Promise<ActionResult<{ status: string }>>;
  onDone: () => void;
  /** What they decide about. */
  children?: ReactNode;
}) {
  const [note, setNote] = useState("");
  const router = useRouter();
  const approve = async () => {
    const answer = await accept();
    // It is not as it was seen: the page shows how it is now, under what was said.
    if (!answer.ok && answer.code === "conflict") router.refresh();
    return answer;
  };
  const yes = useSubmit(approve, () => {
    toast.success(accepted);
    onDone();
  });
  const no = useSubmit(drop, ({ status }) => {
    toast.success(status === "declined" ? "It is declined" : "It is taken back");
    onDone();
  });
  return (
    <div className="space-y-4 text-sm">
      <FormError message={yes.message ?? no.message} requestId={yes.requestId ?? no.requestId} />
      {children}
      <Field
        label={isOwn ? "Why it is taken back" : "Note"}
        hint={isOwn ? undefined : "Only with a decline."}
        error={no.fault("note")}
      >
        <Input
          value={note}
          onChange={({ target }) => setNote(target.value)}
          maxLength={300}
          autoComplete="off"
        />
      </Field>
      <FormFoot>
        <Button busy={no.busy} disabled={yes.busy} onClick={() => no.submit(note)}>
          {isOwn ? "Take it back" : "Decline"}
        </Button>
        {!isOwn && (
          <Button look="primary" busy={yes.busy} disabled={no.busy} onClick={() => yes.submit(undefined)}>
            Approve and post
          </Button>
        )}
      </FormFoot>
    </div>
  );
}
