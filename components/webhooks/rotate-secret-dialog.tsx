"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Select } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { rotateWebhook } from "@/lib/webhooks/actions";
import { SecretShownOnce } from "./secret-shown-once";

/** Makes another secret, while the one before goes on for as long as it takes to put the new one in place. */
export function RotateSecretDialog({ accountId, id }: { accountId: string; id: string }) {
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setSecret(null);
      }}
      trigger={<Button>Rotate secret</Button>}
      title={secret ? "The new secret" : "Rotate the signing secret"}
    >
      {secret ? (
        <SecretShownOnce secret={secret} />
      ) : (
        <RotateForm accountId={accountId} id={id} onDone={setSecret} />
      )}
    </Dialog>
  );
}

function RotateForm({
  accountId,
  id,
  onDone,
}: {
  accountId: string;
  id: string;
  onDone: (secret: string) => void;
}) {
  const [hours, setHours] = useState(24);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (overlap: number) => rotateWebhook({ id, overlap_hours: overlap }, accountId),
    ({ secret }) => onDone(secret),
  );
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(hours);
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field
        label="The present secret goes on signing for"
        hint="Each message is signed with both until then, so that none is lost while you change it."
        error={fault("overlap_hours")}
      >
        <Select value={String(hours)} onChange={({ target }) => setHours(Number(target.value))}>
          <option value="1">an hour</option>
          <option value="24">a day</option>
          <option value="168">a week</option>
          <option value="0">no time: it has become known</option>
        </Select>
      </Field>
      <FormFoot>
        <Button type="submit" look="primary" busy={busy}>
          Rotate
        </Button>
      </FormFoot>
    </form>
  );
}
