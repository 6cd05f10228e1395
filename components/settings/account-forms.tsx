"use client";

import { leave, saveAccountName } from "@/lib/accounts/actions";
import { ConfirmDialog } from "./confirm-dialog";
import { NameForm } from "./name-form";

export function AccountNameForm({
  accountId,
  name,
  mayWrite,
}: {
  accountId: string;
  name: string;
  mayWrite: boolean;
}) {
  const hint = mayWrite
    ? "Shown in the header, in e-mails and on receipts."
    : "Owners and admins can change it.";
  return (
    <NameForm
      title="Name"
      label="Account name"
      hint={hint}
      value={name}
      disabled={!mayWrite}
      save={(input) => saveAccountName(input, accountId)}
    />
  );
}

export function LeaveAccount({ accountId, name }: { accountId: string; name: string }) {
  return (
    <ConfirmDialog
      trigger="Leave this account"
      look="secondary"
      title={`Leave ${name}?`}
      verb="Leave"
      done={`You left ${name}`}
      run={() => leave({}, accountId)}
    >
      You no longer see its balance, usage and keys. What you used stays in its books. Someone there can
      invite you again.
    </ConfirmDialog>
  );
}
