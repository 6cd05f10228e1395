"use client";

import { useEffect, useState } from "react";
import { useWalletSeenAt } from "@/components/shell/wallet";
import { cn } from "@/components/ui/cn";
import type { WalletSummary } from "@/lib/metering/read-wallet";

/** The balance is asked for or told every five seconds. What is older than three of these was not. */
const LATE_S = 15;

/** How old the numbers are: "Updated 3 s ago". Says so in colour when they are older than they should be. */
export function UpdatedAgo({ wallet, className }: { wallet: WalletSummary; className?: string }) {
  const seenAt = useWalletSeenAt(wallet);
  // Null until the page lives: the server's clock is not the browser's.
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = now === null ? 0 : Math.max(0, Math.round((now - seenAt) / 1_000));
  const isLate = seconds > LATE_S;
  return (
    <span
      className={cn(
        "text-xs whitespace-nowrap tabular-nums",
        isLate ? "text-warn" : "text-ink-muted",
        className,
      )}
      title={isLate ? "The connection is lost. It is tried again by itself." : undefined}
    >
      {isLate ? "Not live: updated" : "Updated"} {agoOf(seconds)}
    </span>
  );
}

function agoOf(seconds: number): string {
  if (seconds < 1) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  return seconds < 3_600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3_600)} h ago`;
}
