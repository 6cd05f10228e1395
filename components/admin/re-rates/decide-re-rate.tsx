"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { acceptReRate, dropReRate } from "@/lib/backoffice/re-rates/actions";
import type { ReRateTotal } from "@/lib/backoffice/re-rates/rules/totals";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import { Decision } from "../decision";

/** Lets the second person approve what this page shows, or decline it; who proposed it can take it back. */
export function DecideReRate({
  id,
  digest,
  isOwn,
  totals,
}: {
  id: string;
  digest: string;
  isOwn: boolean;
  totals: readonly ReRateTotal[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="text-sm text-ink-muted">
        {isOwn ? "You proposed this. Another operator approves it." : "Nothing is posted yet."}
      </span>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button look={isOwn ? "secondary" : "primary"}>{isOwn ? "Take it back" : "Decide"}</Button>}
        title={isOwn ? "Take the re-rate back" : "Decide about the re-rate"}
        description={totals.map(inWords).join(" ")}
      >
        <Decision
          isOwn={isOwn}
          accept={() => acceptReRate({ id, digest })}
          accepted="Approved: it is being posted"
          drop={(note) => dropReRate({ id, note })}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

function inWords({ unit, accounts, changed, given, charged }: ReRateTotal): string {
  const words = unitName(unit);
  if (changed === "0") return `No call’s price in ${words} differs.`;
  return `${displayAmount(given)} ${words} are given back and ${displayAmount(charged)} charged in addition, in ${accounts} ${accounts === 1 ? "account" : "accounts"}.`;
}
