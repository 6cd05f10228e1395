"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { accountsMeant } from "@/components/admin/account-picker/use-account-search";
import { fetchJson } from "@/components/fetch-json";
import { pause } from "@/components/pause";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import type { Hit } from "@/lib/reports/find/hit";
import { plural } from "@/lib/values/display/count";

const LEAST = 2;
const LONGEST = 200;

/** What the server finds by a text, while `isLooking` still by the text before. */
export interface Found {
  hits: readonly Hit[];
  /** Customers, for operators. */
  accounts: readonly AccountChoice[];
  isLooking: boolean;
  fault: string | null;
  /** For those who hear and do not see it; empty while nothing is known. */
  spoken: string;
}

/** Asks a moment after what was typed: for what the account of the page has by that name or id, and for the customers that an operator may mean. */
export function useFound(typed: string, accountId: string | null, isOperator: boolean): Found {
  // While keys are pressed quickly, only the last of them is asked for.
  const asked = useDeferredValue(typed);
  const isAsked = asked.length >= LEAST && asked.length <= LONGEST;
  const within = useQuery({
    queryKey: ["find", accountId, asked],
    queryFn: async ({ signal }) => {
      await pause(120, signal);
      const query = new URLSearchParams({ text: asked, ...(accountId && { account: accountId }) });
      return fetchJson<{ hits: Hit[] }>(`/api/find?${query.toString()}`, signal);
    },
    enabled: isAsked && accountId !== null,
    staleTime: 5_000,
    retry: false,
    placeholderData: (before) => (isAsked ? before : undefined),
  });
  const customers = useQuery({ ...accountsMeant(asked), enabled: isAsked && isOperator });
  const isShown = typed.length >= LEAST;
  const isLooking = isAsked && (within.isFetching || customers.isFetching || asked !== typed);
  const hits = isShown && accountId !== null ? (within.data?.hits ?? []) : [];
  const accounts = isShown && isOperator ? (customers.data?.accounts ?? []) : [];
  const counts = [
    ...(accountId !== null ? [`${hits.length} found in this account`] : []),
    ...(isOperator ? [`${plural(accounts.length, "customer")} found`] : []),
  ];
  return {
    hits,
    accounts,
    isLooking,
    fault: (within.error ?? customers.error)?.message ?? null,
    spoken: isShown && !isLooking ? counts.join(", ") : "",
  };
}
