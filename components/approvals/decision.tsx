"use client";

import { useEffect, useState } from "react";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { DecideButtons } from "./decide-buttons";

/**
 * The foot of an approval: the two buttons while it is pending, and the way back afterwards. Who decided here is taken back at once; who
 * comes later finds the link.
 */
export function Decision({
  accountId,
  id,
  pending,
  approve,
  blocked,
  returnTo,
}: {
  accountId: string;
  id: string;
  pending: boolean;
  approve: string;
  /** Approving would be refused as things stand. */
  blocked: boolean;
  /** Where whoever asked wants the person to go on; null when nowhere. */
  returnTo: { href: string; host: string } | null;
}) {
  const [decided, setDecided] = useState(false);
  const href = returnTo?.href;
  useEffect(() => {
    if (decided && !pending && href) window.location.assign(href);
  }, [decided, pending, href]);
  if (pending) {
    return (
      <DecideButtons
        accountId={accountId}
        id={id}
        approve={approve}
        blocked={blocked}
        size="lg"
        onDecided={() => setDecided(true)}
      />
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p role="status" className="text-sm text-ink-muted">
        {!returnTo ? "You can close this page." : decided ? `Taking you back to ${returnTo.host}…` : ""}
      </p>
      {returnTo ? (
        <DownloadButton look="primary" size="lg" href={returnTo.href}>
          Back to {returnTo.host}
        </DownloadButton>
      ) : (
        <LinkButton href={`/billing?account=${accountId}`}>Go to Billing</LinkButton>
      )}
    </div>
  );
}
