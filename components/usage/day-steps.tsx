"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { displayDay, displayShortDay } from "@/lib/values/display/time";
import { addDays, type UtcDay } from "@/lib/values/time";
import { useHrefWith } from "./use-href-with";

/** From a day to its neighbours, and back to the days around it. */
export function DaySteps({ day, today }: { day: UtcDay; today: UtcDay }) {
  const hrefWith = useHrefWith();
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  const hrefOf = (to: UtcDay) => hrefWith({ range: null, from: to, to }) as "/";
  return (
    <nav aria-label="Days" className="flex flex-wrap items-center gap-2">
      <LinkButton size="sm" href={hrefOf(before)} scroll={false}>
        <ChevronLeft aria-hidden />
        {displayShortDay(before)}
      </LinkButton>
      <span className="px-1 text-sm font-medium tabular-nums">{displayDay(day)}</span>
      {after <= today && (
        <LinkButton size="sm" href={hrefOf(after)} scroll={false}>
          {displayShortDay(after)}
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
      <LinkButton
        size="sm"
        look="ghost"
        href={hrefWith({ range: "30d", from: null, to: null }) as "/"}
        scroll={false}
      >
        Last 30 days
      </LinkButton>
    </nav>
  );
}
