"use client";

import Link from "next/link";
import { Amount, Worth } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { useWallet } from "./wallet";

/** What is left, on every page, with its worth where there is room. */
export function HeaderBalance({ wallet: first }: { wallet: WalletSummary }) {
  const wallet = useWallet(first);
  const gone = wallet.balance === "0" || wallet.balance.startsWith("-");
  return (
    <Link
      href="/billing"
      className="flex min-h-8 items-baseline gap-1.5 rounded-md px-1.5 py-1.5 text-sm whitespace-nowrap tabular-nums hover:bg-hover sm:px-2"
    >
      <span className={cn("font-medium", gone && "text-bad")}>
        <Amount value={wallet.balance} creditValue={wallet.credit_usd_value} brief /> ECU
      </span>
      <Worth value={wallet.balance} creditValue={wallet.credit_usd_value} className="hidden lg:inline" />
    </Link>
  );
}
