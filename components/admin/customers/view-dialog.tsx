"use client";

import { Eye } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { viewAccount } from "@/lib/backoffice/views/actions";

/** Asks why somebody looks into an account, and shows the console as its people see it. */
export function ViewDialog({ accountId, name }: { accountId: string; name: string }) {
  return (
    <Dialog
      trigger={
        <Button look="primary">
          <Eye aria-hidden /> View as customer
        </Button>
      }
      title={`See ${name} as its people do`}
      description="For an hour, to read only. It stands in the account’s audit log, with your reason."
    >
      <ViewForm accountId={accountId} />
    </Dialog>
  );
}

function ViewForm({ accountId }: { accountId: string }) {
  const [reason, setReason] = useState("");
  const { submit, busy, fault, message, requestId } = useSubmit(viewAccount);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ accountId, reason });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field label="Reason" hint="A ticket’s number will do." error={fault("reason")}>
        <Input
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          maxLength={300}
          autoComplete="off"
        />
      </Field>
      <FormFoot>
        <Button type="submit" look="primary" busy={busy}>
          View the account
        </Button>
      </FormFoot>
    </form>
  );
}
