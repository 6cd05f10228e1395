"use client";

import { useState } from "react";
import { LinkButton } from "@/components/ui/button";
import { DateRangePicker, type RangeChoice } from "@/components/ui/date-range-picker";
import { daysOfQuery } from "@/lib/values/display/date-presets";
import type { UtcDay } from "@/lib/values/time";

/** Opens the statement of any days; at first those of this month. */
export function PeriodForm({ unit, today }: { unit: "credit" | "tool_run"; today: UtcDay }) {
  const [choice, setChoice] = useState<RangeChoice>({ range: "this_month", from: null, to: null });
  const days = daysOfQuery(choice, today);
  const { from, to = today } = days ?? {};
  const fault =
    from === undefined ? "A statement needs its first day" : from > today ? "That day lies ahead" : null;
  const wallet = unit === "credit" ? "" : "?unit=tool_run";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DateRangePicker preset={choice.range} days={days} onChange={setChoice} />
      {fault === null ? (
        <LinkButton size="sm" prefetch={false} href={`/billing/statements/${from}_${to}${wallet}` as "/"}>
          Open statement
        </LinkButton>
      ) : (
        <p role="alert" className="text-sm text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}
