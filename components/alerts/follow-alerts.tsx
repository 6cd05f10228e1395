"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useWallet } from "@/components/shell/wallet";
import type { AlertNotices } from "@/lib/alerts/read-banners";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { parseScaled } from "@/lib/values/money";

const DECIMALS = 9;

/** On a page that stays open: has the server asked for banners again when a balance reaches the next one, or credit is added. */
export function FollowAlerts({ wallet: first, next }: { wallet: WalletSummary; next: AlertNotices["next"] }) {
  const router = useRouter();
  const wallet = useWallet(first);
  const { tool_runs: runs } = wallet;
  const asked = useRef("");
  const changed = [
    wallet.allocation !== first.allocation && wallet.allocation,
    runs.allocation !== first.tool_runs.allocation && runs.allocation,
    isReached(wallet.balance, next.credit) && next.credit,
    isReached(runs.balance, next.tool_run) && `${next.tool_run} runs`,
  ]
    .filter(Boolean)
    .join(" ");
  useEffect(() => {
    // Once for each: a server that sees it otherwise is not asked over and over.
    if (changed === asked.current) return;
    asked.current = changed;
    if (changed !== "") router.refresh();
  }, [changed, router]);
  return null;
}

function isReached(balance: string, level: string | null): boolean {
  return level !== null && parseScaled(balance, DECIMALS) <= parseScaled(level, DECIMALS);
}
