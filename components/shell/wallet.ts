"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { WalletSummary } from "@/lib/metering/read-wallet";

const LIVE_MS = 5_000;

/** The wallet as the server rendered it, then fresh every five seconds while the page is looked at. */
export function useWallet(first: WalletSummary): WalletSummary {
  const { data } = useQuery({
    queryKey: ["wallet", first.account_id],
    queryFn: ({ signal }) =>
      fetchJson<WalletSummary>(`/api/v1/credits/wallet?account=${first.account_id}`, signal),
    initialData: first,
    staleTime: LIVE_MS,
    refetchInterval: LIVE_MS,
    refetchOnWindowFocus: true,
  });
  return data;
}
