"use client";

import { useState } from "react";
import {
  displayExactTime,
  displayLocalTime,
  displayShortTime,
  displayTime,
  displayTimeOfColumn,
} from "@/lib/values/display/time";
import { cn } from "./cn";

/** A moment in UTC; on hover to the millisecond, and in the reader's own time. */
export function UtcTime({
  at,
  short = false,
  column = false,
  className,
}: {
  at: string;
  short?: boolean;
  /** Below a head that says UTC already. */
  column?: boolean;
  className?: string;
}) {
  const [local, setLocal] = useState<string>();
  const date = new Date(at);
  // The reader's time zone is their own choice or the browser's, so it is asked for when somebody points here.
  const ask = () => setLocal(displayLocalTime(date, document.documentElement.dataset.timeZone));
  return (
    <time
      dateTime={at}
      title={local ? `${displayExactTime(date)}\n${local}` : displayExactTime(date)}
      onPointerEnter={local ? undefined : ask}
      className={cn("whitespace-nowrap tabular-nums", column && "wide:text-ink-muted", className)}
    >
      {(short ? displayShortTime : column ? displayTimeOfColumn : displayTime)(date)}
      {column && <span className="wide:hidden"> UTC</span>}
    </time>
  );
}
