"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { fetchJson } from "@/components/fetch-json";
import { pause } from "@/components/pause";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { isUuid } from "@/lib/values/ids";

/** What is typed into an account's field, what it may mean, and which account it is. */
export interface AccountSearch {
  text: string;
  type: (text: string) => void;
  choose: (account: AccountChoice) => void;
  /** The one that was chosen, or whose id was typed. */
  chosen: AccountChoice | null;
  accounts: readonly AccountChoice[];
  isLooking: boolean;
  fault: string | null;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

/** The accounts that a text may mean, asked for a moment after it was typed; until then those of the text before. */
export function accountsMeant(text: string) {
  return queryOptions({
    queryKey: ["accounts", text],
    queryFn: async ({ signal }) => {
      await pause(120, signal);
      const query = new URLSearchParams({ text });
      return fetchJson<{ accounts: AccountChoice[] }>(`/api/admin/accounts?${query.toString()}`, signal);
    },
    staleTime: 5_000,
    retry: false,
    placeholderData: (before) => before,
  });
}

/** Looks for accounts a moment after a key; until then those of the text before are shown. `onChange` hears of every id, and of any other text as it stands. */
export function useAccountSearch(
  first: AccountChoice | null,
  firstText: string,
  onChange?: (idOrText: string) => void,
): AccountSearch {
  const [text, setText] = useState(first?.name ?? firstText);
  const [picked, setPicked] = useState(first);
  const [isOpen, setOpen] = useState(false);
  const typed = text.trim();
  const asked = useDeferredValue(typed);
  const isAsked = isOpen || (picked === null && isUuid(typed));
  const { data, isFetching, error } = useQuery({ ...accountsMeant(asked), enabled: isAsked });
  const accounts = data?.accounts ?? [];
  const named = picked === null ? accounts.find(({ id }) => id === typed) : undefined;
  return {
    ...{ text, accounts, setOpen },
    // Where a whole id stands there is nothing to choose.
    isOpen: isOpen && named === undefined,
    chosen: picked ?? named ?? null,
    isLooking: isAsked && (isFetching || asked !== typed),
    fault: error?.message ?? null,
    type: (next) => {
      setText(next);
      setPicked(null);
      setOpen(true);
      onChange?.(next.trim());
    },
    choose: (account) => {
      setText(account.name);
      setPicked(account);
      setOpen(false);
      onChange?.(account.id);
    },
  };
}
