"use client";

import { useState } from "react";
import { LinkButton } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { Field } from "@/components/ui/field";
import { isUtcDay } from "@/lib/values/time";

/** Leads to the prices of a day. */
export function PriceDayForm() {
  const [day, setDay] = useState("");
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field label="Prices of (UTC)" className="w-44">
        <DayInput value={day} onChange={setDay} />
      </Field>
      {isUtcDay(day) && (
        <LinkButton prefetch={false} href={`/pricing?at=${day}` as "/"}>
          Show prices
        </LinkButton>
      )}
    </div>
  );
}
