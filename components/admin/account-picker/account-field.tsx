"use client";

import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { isUuid } from "@/lib/values/ids";
import { AccountCombobox } from "./account-combobox";
import { useAccountSearch } from "./use-account-search";

/** Whose account a form is about: found by name, address or id. What stands under it says which it is, before anything is done to it. */
export function AccountField({
  first = null,
  firstText = "",
  onChange,
  error,
  hint = "By name, e-mail, account ID or transaction ID.",
  className,
}: {
  /** The one that a link named. */
  first?: AccountChoice | null;
  /** What it named, where that is none. */
  firstText?: string;
  /** Its id; as long as none is chosen, what is typed. */
  onChange: (accountId: string) => void;
  error: string | undefined;
  hint?: ReactNode;
  className?: string;
}) {
  const search = useAccountSearch(first, firstText, onChange);
  const { chosen, text } = search;
  return (
    <Field
      label="Account"
      hint={chosen ? <Chosen account={chosen} /> : hint}
      error={
        error === undefined || chosen || isUuid(text.trim()) ? error : "Choose an account from the list."
      }
      {...(className && { className })}
    >
      <AccountCombobox search={search} />
    </Field>
  );
}

/** Which account it is. */
export function Chosen({ account: { id, name, status, balance } }: { account: AccountChoice }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className="min-w-0 font-medium break-words text-ink">
        {name}
        {status === "closed" && ", closed"}
      </span>
      <CopyId id={id} label="account id" />
      <span>
        balance <Amount value={balance} /> ECU
      </span>
    </span>
  );
}
