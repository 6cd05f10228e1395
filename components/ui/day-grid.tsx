"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { displayDay, displayMonth } from "@/lib/values/display/time";
import {
  addDays,
  addMonths,
  startOfDay,
  startOfMonth,
  type UtcDay,
  utcDay,
  weeksOfMonth,
} from "@/lib/values/time";
import { Button } from "./button";
import { cn } from "./cn";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** How far a key goes: days and weeks by the arrows, months by Page Up and Down. */
const STEPS: Readonly<Record<string, (day: UtcDay) => UtcDay>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => sameDayOf(addMonths(day, -1), day),
  PageDown: (day) => sameDayOf(addMonths(day, 1), day),
  Home: (day) => startOfMonth(day),
  End: (day) => addDays(addMonths(day, 1), -1),
};

/** A month of days to choose one from, by a pointer or by keys. */
export function DayGrid({ day, onChoose }: { day: UtcDay | null; onChoose: (day: UtcDay) => void }) {
  const today = utcDay(new Date());
  /** The one day that Tab leads to; its month is shown. */
  const [at, setAt] = useState(day ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(true);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLButtonElement>("[tabindex='0']")?.focus();
    moved.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    moved.current = true;
    setAt(step(at));
  };
  return (
    <div className="w-64">
      <div className="mb-2 flex items-center justify-between">
        <Button look="ghost" size="icon" aria-label="Month before" onClick={() => setAt(addMonths(at, -1))}>
          <ChevronLeft aria-hidden />
        </Button>
        <p className="text-sm font-medium" aria-live="polite">
          {displayMonth(at)}
        </p>
        <Button look="ghost" size="icon" aria-label="Month after" onClick={() => setAt(addMonths(at, 1))}>
          <ChevronRight aria-hidden />
        </Button>
      </div>
      <table ref={grid} role="grid" aria-label={displayMonth(at)} className="w-full" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name} className="h-7 text-xs font-normal text-ink-muted">
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(at).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} aria-selected={each === day} className="p-0 text-center">
                  <button
                    type="button"
                    tabIndex={each === at ? 0 : -1}
                    aria-label={displayDay(each)}
                    aria-current={each === today ? "date" : undefined}
                    onClick={() => onChoose(each)}
                    className={cn(
                      "size-9 rounded-md text-sm tabular-nums transition-colors duration-100 hover:bg-hover",
                      each.slice(0, 7) !== at.slice(0, 7) && "text-ink-muted",
                      each === today && "font-semibold underline underline-offset-4",
                      each === day && "bg-accent text-on-accent hover:bg-accent-hover",
                    )}
                  >
                    {startOfDay(each).getUTCDate()}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-ink-muted">Days are UTC days</p>
    </div>
  );
}

/** The 31st of a month that has none is its last day. */
function sameDayOf(month: UtcDay, day: UtcDay): UtcDay {
  const wanted = addDays(month, Number(day.slice(8)) - 1);
  return wanted.slice(0, 7) === month.slice(0, 7) ? wanted : addDays(addMonths(month, 1), -1);
}
