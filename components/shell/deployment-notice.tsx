"use client";

import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { DeploymentNotices } from "@/lib/deployments/read-notices";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { parseScaled } from "@/lib/values/money";
import { useWallet } from "./wallet";

const DECIMALS = 9;

/** On every page: what was stopped for want of credit, in the platform's own sentence, and that nothing new is deployed below the low limit. */
export function DeploymentNotice({
  wallet: first,
  notices: { stopped, message, low_limit },
}: {
  wallet: WalletSummary;
  notices: DeploymentNotices;
}) {
  const { available } = useWallet(first);
  const left = parseScaled(available, DECIMALS);
  const action = (look: "danger" | "secondary") => (
    <LinkButton href="/billing/buy" size="sm" look={look}>
      Add credit
    </LinkButton>
  );
  if (stopped.length > 0 && left <= 0n)
    return (
      <Banner tone="bad" className="mb-6" action={action("danger")}>
        <strong className="font-medium">{stopped.length === 1 ? stopped[0] : "Deployments"} stopped.</strong>{" "}
        {message}
      </Banner>
    );
  if (left <= 0n || left >= parseScaled(low_limit, DECIMALS)) return null;
  return (
    <Banner tone="warn" className="mb-6" action={action("secondary")}>
      <strong className="font-medium">New deployments are disabled.</strong> {displayAmount(available)} ECU
      are available, below the low limit of {displayAmount(low_limit)} ECU. What runs goes on.
    </Banner>
  );
}
