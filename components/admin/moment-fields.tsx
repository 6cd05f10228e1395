"use client";

import { useState } from "react";
import { DayInput } from "@/components/ui/day-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isUtcDay } from "@/lib/values/time";
import { timeOfDay } from "./time-of-day";

/** A moment of UTC, as a day and a time of it; without a time its beginning, without a day none. */
export function MomentFields({
  label,
  hint,
  error,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  error: string | undefined;
  /** "2026-11-21T14:03:00Z". */
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const [day, setDay] = useState(value?.slice(0, 10) ?? "");
  const [time, setTime] = useState(value?.slice(11, 16) ?? "");
  // Who is still writing is told nothing.
  const [isWriting, setIsWriting] = useState(false);
  const isTime = isWriting || timeOfDay(time) !== null;
  const change = (nextDay: string, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    // What is no day or no time goes to the server as it is, which says so.
    if (nextDay === "") onChange(null);
    else onChange(isUtcDay(nextDay) ? `${nextDay}T${timeOfDay(nextTime) ?? nextTime}:00Z` : nextDay);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-2">
      <Field label={`${label}, day (UTC)`} hint={hint} error={error}>
        <DayInput value={day} onChange={(next) => change(next, time)} />
      </Field>
      <Field label="Time (UTC)" error={isTime ? undefined : "is a time of 24 hours, such as 14:30"}>
        <Input
          value={time}
          placeholder="HH:MM"
          autoComplete="off"
          maxLength={8}
          className="tabular-nums"
          onFocus={() => setIsWriting(true)}
          onBlur={() => setIsWriting(false)}
          onChange={({ target }) => change(day, target.value)}
        />
      </Field>
    </div>
  );
}
