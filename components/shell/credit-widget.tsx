"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { AllocationBars } from "@/components/billing/allocation-bars";
import { RunOutLine } from "@/components/live/run-out-line";
import { UpdatedAgo } from "@/components/live/updated-ago";
import { Button } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { Popover } from "@/components/ui/popover";
import { TextLink } from "@/components/ui/text-link";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayPercent } from "@/lib/values/display/percent";
import { useWallet } from "./wallet";

const INKS = {
  healthy: "text-good",
  moderate: "text-warn-fill",
  low: "text-bad",
  exhausted: "text-bad",
} as const;

/** A clock, as full as the credit is; its panel has what support asks for and what is left of both wallets. */
export function CreditWidget({ wallet: first }: { wallet: WalletSummary }) {
  const wallet = useWallet(first);
  const [open, setOpen] = useState(false);
  const { status, remaining_percent: left, balance, allocation } = wallet;
  const share = displayPercent(left, { of: [balance, allocation] });
  return (
    <Popover
      label="Credit"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-88"
      trigger={
        <Button
          look="ghost"
          size="icon"
          aria-label={status === "exhausted" ? "Credit: none left" : `Credit: ${share} left`}
          title={status === "exhausted" ? "No credit left" : `${share} of credits left`}
          className={INKS[status]}
        >
          {status === "exhausted" ? <TriangleAlert aria-hidden /> : <Clock percent={left} />}
        </Button>
      }
    >
      <div className="space-y-4">
        <div className="flex items-center justify-between gap-2 text-xs text-ink-muted">
          Account ID <CopyId id={wallet.account_id} label="account id" className="-mr-1" />
        </div>
        <AllocationBars wallet={wallet} stacked />
        {status !== "exhausted" && <RunOutLine accountId={wallet.account_id} />}
        <UpdatedAgo wallet={wallet} className="block" />
        <div className="flex justify-between border-t pt-3 text-sm">
          <TextLink href="/billing" onClick={() => setOpen(false)}>
            Transactions
          </TextLink>
          <TextLink href="/consumption" onClick={() => setOpen(false)}>
            Consumption
          </TextLink>
          <TextLink href="/billing/buy" onClick={() => setOpen(false)}>
            Add credit
          </TextLink>
        </div>
      </div>
    </Popover>
  );
}

/** Filled clockwise from twelve by what remains; a little is never drawn as nothing. */
function Clock({ percent }: { percent: number }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden className="-rotate-90">
      <circle cx="8" cy="8" r="7" strokeWidth="1.5" />
      <circle
        cx="8"
        cy="8"
        r="2.5"
        strokeWidth="5"
        pathLength="100"
        strokeDasharray={`${Math.max(4, percent)} 100`}
      />
    </svg>
  );
}
