"use client";

import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { useWallet } from "./wallet";

/** On every page while there is no credit left: what has stopped, what goes on, and the one thing to do. */
export function FrozenNotice({ wallet: first }: { wallet: WalletSummary }) {
  const { balance, status } = useWallet(first);
  if (status !== "exhausted") return null;
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
        {balance.startsWith("-") ? `Credit is at ${displayAmount(balance)} ECU.` : "Credit is used up."}
      </strong>{" "}
      Holds, and calls that ask for credit first, are refused until credit is added. Work that has already run
      is still charged, and everything else works as before.
      {balance.startsWith("-") && " What is owed is taken from the credit that is added next."}
    </Banner>
  );
}
