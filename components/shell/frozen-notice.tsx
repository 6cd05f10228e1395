"use client";

import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { useWallet } from "./wallet";

/** On every page while there is no credit left: what has stopped, what goes on, and the one thing to do. */
export function FrozenNotice({
  wallet: first,
  expired,
}: {
  wallet: WalletSummary;
  /** Free credit that expired unused, where none was ever bought. */
  expired: string | null;
}) {
  const { balance, status } = useWallet(first);
  if (status !== "exhausted" && expired === null) return null;
  return (
    <Banner
      tone="bad"
      className="mb-6"
      action={
        <LinkButton href="/billing/buy" size="sm" look="danger">
          Add credit
        </LinkButton>
      }
    >
      <strong className="font-medium">
        {expired !== null
          ? `Your free credits have expired: ${displayAmount(expired)} ECU were left.`
          : balance.startsWith("-")
            ? `Credit is at ${displayAmount(balance)} ECU.`
            : "100 % of your credits are used."}
      </strong>{" "}
      {status === "exhausted"
        ? "Holds, and calls that ask for credit first, are refused until credit is added. Work that has already run is still charged, and everything else works as before."
        : "Add credit that is yours to keep, so that nothing is interrupted."}
      {balance.startsWith("-") && " What is owed is taken from the credit that is added next."}
    </Banner>
  );
}
