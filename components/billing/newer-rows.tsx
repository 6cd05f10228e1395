"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useWallet } from "@/components/shell/wallet";
import { Button } from "@/components/ui/button";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import type { Unit } from "@/lib/values/ids";

/** A busy account's page is read anew this often at most. */
const PAUSE_MS = 3_000;

/**
 * Shows the rows by which the ledger has grown since the list was read: by itself while nobody has a hand in the list, and else when
 * asked, so that nothing jumps under the reader's hands.
 */
export function NewerRows({
  wallet: first,
  unit,
  isAtRest,
  busy,
  onShow,
}: {
  wallet: WalletSummary;
  unit: Unit;
  /** Whether rows may come by themselves right now. */
  isAtRest: () => boolean;
  busy: boolean;
  onShow: () => void;
}) {
  const wallet = useWallet(first);
  const postedAt = (unit === "credit" ? wallet : wallet.tool_runs).last_posted_at;
  const [seenAt, setSeenAt] = useState(postedAt);
  /** Up to which row the reader is being asked. */
  const [askedAt, setAskedAt] = useState("");
  const [byHand, setByHand] = useState(false);
  const shownAt = useRef(0);
  const show = (wasAsked: boolean) => {
    shownAt.current = Date.now();
    setSeenAt(postedAt);
    setByHand(wasAsked);
    onShow();
  };
  const showOrAsk = useEffectEvent(() => (isAtRest() ? show(false) : setAskedAt(postedAt)));
  useEffect(() => {
    if (postedAt <= seenAt) return;
    const timer = setTimeout(showOrAsk, Math.max(0, shownAt.current + PAUSE_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [postedAt, seenAt]);
  const isFetched = busy && byHand;
  if (askedAt <= seenAt && !isFetched) return null;
  return (
    <div className="flex justify-center border-b py-2">
      <Button size="sm" busy={isFetched} onClick={() => show(true)}>
        {!isFetched && <ArrowUp aria-hidden />}
        Show newer transactions
      </Button>
    </div>
  );
}
