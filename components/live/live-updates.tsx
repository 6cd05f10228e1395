"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { walletKey } from "@/components/shell/wallet";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { setLive } from "./live-state";

/** A stream says something every four seconds; one that is silent for longer is held up on its way. */
const SILENT_MS = 12_000;
/** Where no stream could be opened, another one is tried. Until then the page asks. */
const AGAIN_MS = 60_000;

/**
 * Keeps a page up to date while somebody looks at it: one stream for a visible page, none for those behind it, because a browser
 * opens only six connections to a host.
 */
export function LiveUpdates({ accountId }: { accountId: string }) {
  const queries = useQueryClient();
  const router = useRouter();
  const onWallet = useEffectEvent((wallet: WalletSummary) =>
    queries.setQueryData(walletKey(accountId), wallet),
  );
  // What is known is still so: only its time is new.
  const onSeen = useEffectEvent(() =>
    queries.setQueryData<WalletSummary>(walletKey(accountId), (known) => known),
  );
  const onNotices = useEffectEvent(() => router.refresh());
  useEffect(() => {
    let stream: EventSource | null = null;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      setLive(true);
      clearTimeout(silence);
      silence = setTimeout(() => setLive(false), SILENT_MS);
    };
    const close = () => {
      clearTimeout(silence);
      clearTimeout(again);
      stream?.close();
      stream = null;
      setLive(false);
    };
    const open = () => {
      close();
      if (document.hidden) return;
      stream = new EventSource(`/api/live?account=${accountId}`);
      stream.addEventListener("wallet", ({ data }: MessageEvent<string>) => {
        hear();
        onWallet(JSON.parse(data) as WalletSummary);
      });
      stream.addEventListener("seen", () => {
        hear();
        onSeen();
      });
      stream.addEventListener("notices", () => {
        hear();
        onNotices();
      });
      // The session has ended: the server says where to go.
      stream.addEventListener("over", () => {
        close();
        onNotices();
      });
      stream.addEventListener("error", () => {
        setLive(false);
        // A lost connection comes back by itself; a refusal does not.
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
      });
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      close();
    };
  }, [accountId]);
  return null;
}
