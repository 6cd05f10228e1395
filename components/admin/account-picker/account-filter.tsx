"use client";

import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { AccountCombobox } from "./account-combobox";
import { useAccountSearch } from "./use-account-search";

/** Whose rows a list shows, as soon as one is chosen. Before scripts come the text itself is sent, and means an account where it finds one alone. */
export function AccountFilter({
  asked,
  account,
}: {
  /** What the URL names, and which account that is. */
  asked: string | undefined;
  account: AccountChoice | null;
}) {
  const id = useId();
  const search = useAccountSearch(account, asked ?? "");
  const hasScripts = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const { chosen, text } = search;
  const sent = useRef<HTMLInputElement>(null);
  const another = chosen && chosen.id !== account?.id ? chosen.id : null;
  useEffect(() => {
    if (another !== null) sent.current?.form?.requestSubmit();
  }, [another]);
  const isUnknown = account === null && asked !== undefined && asked === text && !chosen;
  return (
    <div className="min-w-0 grow basis-48 space-y-1 sm:max-w-80">
      {hasScripts && <input ref={sent} type="hidden" name="account" value={chosen?.id ?? text.trim()} />}
      <label htmlFor={id} className="block text-xs text-ink-muted">
        Account
        {isUnknown && <span className="text-warn"> (not one: choose it from the list)</span>}
      </label>
      <AccountCombobox search={search} id={id} name={hasScripts ? undefined : "account"} />
    </div>
  );
}

const nothing = () => () => undefined;
