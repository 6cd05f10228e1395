"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { beginDraft } from "@/lib/metering/drafts/actions";
import { AccountField } from "./account-picker/account-field";

/** Begins a draft and goes to it. */
export function NewDraftDialog() {
  return (
    <Dialog
      trigger={<Button look="primary">New draft</Button>}
      title="New draft"
      description="It begins with the prices in force, and changes nothing until it is published."
    >
      <NewDraftForm />
    </Dialog>
  );
}

function NewDraftForm() {
  const router = useRouter();
  const [name, setName] = useState("");
  const [accountId, setAccountId] = useState("");
  const { submit, busy, fault, message, requestId } = useSubmit(beginDraft, ({ id }) =>
    router.push(`/admin/rate-cards/drafts/${id}`),
  );
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, accountId: accountId || null });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field label="Name" error={fault("name")}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={100}
          autoComplete="off"
        />
      </Field>
      <AccountField
        onChange={setAccountId}
        error={fault("accountId")}
        hint="By name, e-mail or ID; empty for everyone. With an account: its own prices, in place of everyone’s for the same calls."
      />
      <FormFoot>
        <Button type="submit" look="primary" busy={busy}>
          Begin
        </Button>
      </FormFoot>
    </form>
  );
}
