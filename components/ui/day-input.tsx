"use client";

import { CalendarDays } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { displayDay, readDay } from "@/lib/values/display/time";
import { isUtcDay } from "@/lib/values/time";
import { Button } from "./button";
import { Input } from "./input";
import { Popover } from "./popover";

// Fetched when it is opened: most days are written, or chosen from presets.
const DayGrid = lazy(() => import("./day-grid").then((parts) => ({ default: parts.DayGrid })));

/**
 * A day of UTC, written as days are written here ("21 Nov 2026", or 2026-11-21) or chosen from a calendar. `value` is the day, '' for none, or what was written
 * and is no day, so that whoever reads the form can say so.
 */
export function DayInput({
  value,
  onChange,
  className,
  ...control
}: {
  value: string;
  onChange: (value: string) => void;
  className?: string;
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}) {
  // What is being written stays as it is written.
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const day = isUtcDay(value) ? value : null;
  return (
    <span className="relative block">
      <Input
        {...control}
        value={text ?? (day === null ? value : displayDay(day))}
        placeholder="Choose a day"
        autoComplete="off"
        spellCheck={false}
        className={`pr-10 ${className ?? ""}`}
        onChange={({ target }) => {
          setText(target.value);
          onChange(readDay(target.value) ?? target.value.trim());
        }}
        onBlur={() => setText(null)}
      />
      <span className="absolute top-0.5 right-0.5">
        <Popover
          label="Calendar"
          align="end"
          open={open}
          onOpenChange={setOpen}
          className="p-3"
          trigger={
            <Button look="ghost" size="icon" aria-label="Open the calendar">
              <CalendarDays className="text-ink-muted" aria-hidden />
            </Button>
          }
        >
          <Suspense fallback={<div className="h-80 w-64" />}>
            <DayGrid
              day={day}
              onChoose={(chosen) => {
                setText(null);
                onChange(chosen);
                setOpen(false);
              }}
            />
          </Suspense>
        </Popover>
      </span>
    </span>
  );
}
