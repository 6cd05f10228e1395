"use client";

import { useEffect, useState } from "react";
import { rehearseRecharge } from "@/lib/purchases/recharge/actions";
import type { RehearsalView } from "@/lib/purchases/recharge/rehearse-auto-recharge";
import { displayAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayRange, displayShortDay } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";

type Wish = Parameters<typeof rehearseRecharge>[0];
const PAUSE_MS = 400;
const SHOWN = 12;

/** What settings would have charged over the last 30 days, while they are typed. Nothing is saved by it. */
export function Rehearsal({ accountId, wish }: { accountId: string; wish: Wish }) {
  const { threshold, credits, monthlyCapUsd } = wish;
  const asked = JSON.stringify(wish);
  const [found, setFound] = useState<{ asked: string; view: RehearsalView | null }>();
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void rehearseRecharge({ threshold, credits, monthlyCapUsd }, accountId)
        .then((result) => (result.ok ? result.data : null))
        .catch(() => null)
        .then((view) => {
          if (!over) setFound({ asked, view });
        });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [accountId, asked, threshold, credits, monthlyCapUsd]);
  const view = found?.view;
  return (
    <section
      className="min-h-24 rounded-lg border bg-sunken/50 px-4 py-3 text-sm"
      aria-live="polite"
      aria-label="Rehearsal"
      aria-busy={found?.asked !== asked}
    >
      {view ? (
        <Result view={view} />
      ) : (
        <p className="text-ink-muted">
          {found?.asked === asked
            ? "What this would have charged is shown once the settings are complete."
            : "Playing the settings over the last 30 days…"}
        </p>
      )}
    </section>
  );
}

function Result({ view: { charges, totalUsd, priceUsd, cappedOn, from, to } }: { view: RehearsalView }) {
  const rest = charges.length - SHOWN;
  return (
    <>
      <p className="font-medium">
        {charges.length === 0
          ? "With these settings you would not have been charged in the last 30 days."
          : `With these settings you would have been charged ${plural(charges.length, "time")} in the last 30 days, ${displayUsd(totalUsd)} in all.`}
      </p>
      {charges.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-muted tabular-nums">
          {charges.slice(0, SHOWN).map(({ day, balance }, index) => (
            <li key={index}>
              <span className="text-ink">{displayShortDay(day)}</span> at {displayAmount(balance)} ECU
            </li>
          ))}
          {rest > 0 && <li>and {rest} more</li>}
        </ul>
      )}
      {cappedOn && (
        <p className="mt-2 text-xs text-warn">
          The monthly cap would have held it back from {displayShortDay(cappedOn)} on.
        </p>
      )}
      <p className="mt-2 text-xs text-ink-muted">
        {displayUsd(priceUsd)} each time, played over your own ledger of {displayRange(from, to)} (UTC), hour
        by hour: within an hour the balance may have been higher than it says.
      </p>
    </>
  );
}
