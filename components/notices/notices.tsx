"use client";

import { ChevronDown } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { FollowAlerts } from "@/components/alerts/follow-alerts";
import { useWallet } from "@/components/shell/wallet";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { AlertNotices } from "@/lib/alerts/read-banners";
import type { DeploymentNotices } from "@/lib/deployments/read-notices";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { alertNotices, deploymentNotices, frozenNotices } from "./balance-notices";
import { type Notice, worstFirst } from "./notice";
import { NoticeBanner } from "./notice-banner";

/** What needs a hand, above every page: the worst of it, and the rest when it is asked for. Balances are live. */
export function Notices({
  wallet: first,
  alerts,
  deployments,
  payments,
}: {
  wallet: WalletSummary;
  alerts: AlertNotices;
  deployments: DeploymentNotices;
  payments: readonly Notice[];
}) {
  const wallet = useWallet(first);
  const [isOpen, setOpen] = useState(false);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const section = useRef<HTMLElement>(null);
  const rest = useId();
  // Its button has gone with it, and the keyboard would be at the top of the page.
  useEffect(() => {
    if (gone.size > 0) (section.current ?? document.getElementById("main"))?.focus({ preventScroll: true });
  }, [gone]);

  const [worst, ...others] = worstFirst([
    ...deploymentNotices(wallet, deployments),
    ...frozenNotices(wallet, alerts.expired),
    ...alertNotices(alerts),
    ...payments,
  ]).filter(({ key }) => !gone.has(key));
  const banner = (notice: Notice) => ({
    accountId: first.account_id,
    notice,
    onPutAway: () => setGone((before) => new Set(before).add(notice.key)),
  });
  return (
    <>
      <FollowAlerts wallet={first} next={alerts.next} />
      {worst && (
        <section
          ref={section}
          tabIndex={-1}
          aria-label="Notices"
          className="mb-6 space-y-2 outline-none"
          data-print="none"
        >
          <NoticeBanner
            key={worst.key}
            {...banner(worst)}
            more={
              others.length > 0 && (
                <Button
                  look="ghost"
                  size="sm"
                  aria-expanded={isOpen}
                  aria-controls={rest}
                  onClick={() => setOpen(!isOpen)}
                >
                  and {others.length} more
                  <ChevronDown
                    className={cn("transition-transform duration-100", isOpen && "rotate-180")}
                    aria-hidden
                  />
                </Button>
              )
            }
          />
          {others.length > 0 && (
            <div id={rest} hidden={!isOpen} className="space-y-2">
              {others.map((notice) => (
                <NoticeBanner key={notice.key} {...banner(notice)} />
              ))}
            </div>
          )}
        </section>
      )}
    </>
  );
}
