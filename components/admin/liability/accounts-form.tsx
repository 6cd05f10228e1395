"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { saveAccountsOfJournal } from "@/lib/reports/liability/actions";
import type { NamedAccount } from "@/lib/reports/liability/journal-accounts";

/** The codes of the operator's own general ledger. */
export function AccountsForm({ accounts }: { accounts: readonly NamedAccount[] }) {
  const [own, setOwn] = useState(accounts.map((account) => ({ ...account })));
  const [saved, setSaved] = useState<readonly NamedAccount[]>(accounts);
  const { submit, busy, fault, message, requestId } = useSubmit(saveAccountsOfJournal, (_, sent) => {
    setSaved(sent.accounts);
    toast.success("The next journal uses these codes");
  });
  const isSame = JSON.stringify(own) === JSON.stringify(saved);
  const change = (index: number, part: Partial<NamedAccount>) =>
    setOwn(own.map((account, at) => (at === index ? { ...account, ...part } : account)));
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ accounts: own });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <ul className="space-y-2">
        {own.map(({ name, code, title }, index) => {
          const wrong = fault(`accounts.${index}.code`) ?? fault(`accounts.${index}.title`);
          return (
            <li key={name} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
              <Input
                aria-label={`Code of ${title}`}
                value={code}
                required
                maxLength={40}
                className="font-mono"
                onChange={({ target }) => change(index, { code: target.value })}
              />
              <Input
                aria-label={`Title of account ${code}`}
                value={title}
                required
                maxLength={200}
                onChange={({ target }) => change(index, { title: target.value })}
              />
              {wrong && (
                <p role="alert" className="col-span-2 text-xs text-bad">
                  {wrong}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <FormFoot>
        <Button type="submit" look="primary" busy={busy} disabled={isSame}>
          Save codes
        </Button>
      </FormFoot>
    </form>
  );
}
