"use client";

import { CalendarDays } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  DATE_PRESETS,
  type DatePreset,
  type DayRange,
  isDatePreset,
} from "@/lib/values/display/date-presets";
import { displayDay, displayRange } from "@/lib/values/display/time";
import { isUtcDay } from "@/lib/values/time";
import { Button } from "./button";
import { cn } from "./cn";
import { DayInput } from "./day-input";
import { Field } from "./field";
import { Popover } from "./popover";

/** What the URL gets: a preset that moves with time, or fixed days. */
export type RangeChoice =
  { range: DatePreset; from: null; to: null } | { range: null; from: string | null; to: string | null };

/** Days of UTC: presets first, then any two days. */
export function DateRangePicker({
  preset,
  days,
  onChange,
  clearable = false,
}: {
  preset: string | null;
  /** The days that are shown now; null for all time. */
  days: Partial<DayRange> | null;
  onChange: (choice: RangeChoice) => void;
  /** Offers "All time". */
  clearable?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const choose = (choice: RangeChoice) => {
    setOpen(false);
    onChange(choice);
  };
  const current =
    preset && isDatePreset(preset) ? DATE_PRESETS.find(({ name }) => name === preset)?.label : null;
  return (
    <Popover
      label="Dates"
      open={open}
      onOpenChange={setOpen}
      className="w-80 p-2"
      trigger={
        <Button size="sm" className={cn(clearable && !days && "text-ink-muted")}>
          <CalendarDays className="text-ink-muted" aria-hidden />
          {current ?? labelOf(days)}
        </Button>
      }
    >
      <div className="grid grid-cols-2 gap-1">
        {DATE_PRESETS.map(({ name, label }) => (
          <Button
            key={name}
            look="ghost"
            size="sm"
            aria-pressed={preset === name}
            className="justify-start font-normal aria-pressed:bg-hover aria-pressed:font-medium"
            onClick={() => choose({ range: name, from: null, to: null })}
          >
            {label}
          </Button>
        ))}
      </div>
      <CustomDays key={`${days?.from}${days?.to}`} days={days} onChoose={choose} />
      {clearable && days && (
        <Button
          look="ghost"
          size="sm"
          className="mt-1 w-full"
          onClick={() => choose({ range: null, from: null, to: null })}
        >
          All time
        </Button>
      )}
    </Popover>
  );
}

function CustomDays({
  days,
  onChoose,
}: {
  days: Partial<DayRange> | null;
  onChoose: (choice: RangeChoice) => void;
}) {
  const [fault, setFault] = useState<string>();
  const [from, setFrom] = useState(days?.from ?? "");
  const [to, setTo] = useState(days?.to ?? "");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if ((from && !isUtcDay(from)) || (to && !isUtcDay(to)))
      return setFault("Write a day such as 21 Nov 2026");
    if (!from && !to) return setFault("Choose at least one day");
    if (from && to && from > to) return setFault("The last day is before the first");
    onChoose({ range: null, from: from || null, to: to || null });
  };
  return (
    <form onSubmit={submit} className="mt-2 space-y-2 border-t px-1 pt-3 pb-1" noValidate>
      <div className="grid grid-cols-2 gap-2">
        <Field label="From" error={fault}>
          <DayInput value={from} onChange={setFrom} />
        </Field>
        <Field label="To">
          <DayInput value={to} onChange={setTo} />
        </Field>
      </div>
      <div className="flex items-center justify-between">
        <span className="text-xs text-ink-muted">Days are UTC days</span>
        <Button type="submit" size="sm">
          Show days
        </Button>
      </div>
    </form>
  );
}

function labelOf(days: Partial<DayRange> | null): string {
  if (!days) return "Dates";
  if (days.from && days.to) return displayRange(days.from, days.to);
  if (days.from) return `Since ${displayDay(days.from)}`;
  return days.to ? `Until ${displayDay(days.to)}` : "Dates";
}
