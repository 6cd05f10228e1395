"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useWallet } from "@/components/shell/wallet";
import { Button } from "@/components/ui/button";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import type { Unit } from "@/lib/values/ids";

/**
 * Says that the ledger has grown since the list was read, and shows the new rows when asked: nothing jumps under the
 * reader's hands. With `atOnce` it does not wait, for those who look at an empty page until their first call arrives.
 */
export function NewerRows({
  wallet: first,
  unit,
  atOnce,
  busy,
  onShow,
}: {
  wallet: WalletSummary;
  unit: Unit;
  atOnce: boolean;
  busy: boolean;
  onShow: () => void;
}) {
  const wallet = useWallet(first);
  const postedAt = (unit === "credit" ? wallet : wallet.tool_runs).last_posted_at;
  const [openedAt] = useState(postedAt);
  const [seenAt, setSeenAt] = useState(postedAt);
  const isNewer = postedAt > seenAt;
  if (isNewer && atOnce) setSeenAt(postedAt);
  const show = () => {
    setSeenAt(postedAt);
    onShow();
  };
  const showAtOnce = useEffectEvent(() => {
    if (atOnce) onShow();
  });
  useEffect(() => {
    if (postedAt > openedAt) showAtOnce();
  }, [postedAt, openedAt]);
  if (!isNewer && !busy) return null;
  return (
    <div className="flex justify-center border-b py-2">
      <Button size="sm" busy={busy} onClick={show}>
        {!busy && <ArrowUp aria-hidden />}
        Show newer transactions
      </Button>
    </div>
  );
}
