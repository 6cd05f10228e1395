"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import { useIsLive } from "@/components/live/live-state";
import type { WalletSummary } from "@/lib/metering/read-wallet";

const POLL_MS = 5_000;

/** Under which name the page keeps an account's wallet. */
export function walletKey(accountId: string) {
  return ["wallet", accountId] as const;
}

/** The wallet as the server rendered it, then as it stands: told by the stream, or asked for every five seconds where there is none. */
export function useWallet(first: WalletSummary): WalletSummary {
  return useWalletQuery(first).data;
}

/** When the wallet was last known to be as it is shown, in milliseconds. */
export function useWalletSeenAt(first: WalletSummary): number {
  return useWalletQuery(first).dataUpdatedAt;
}

function useWalletQuery(first: WalletSummary) {
  const isLive = useIsLive();
  return useQuery({
    queryKey: walletKey(first.account_id),
    queryFn: ({ signal }) =>
      fetchJson<WalletSummary>(`/api/v1/credits/wallet?account=${first.account_id}`, signal),
    initialData: first,
    staleTime: isLive ? Infinity : POLL_MS,
    refetchInterval: isLive ? false : POLL_MS,
    refetchOnWindowFocus: true,
  });
}
