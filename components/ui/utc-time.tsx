"use client";

import { useState } from "react";
import { displayExactTime, displayLocalTime, displayShortTime, displayTime } from "@/lib/values/display/time";
import { cn } from "./cn";

/** A moment in UTC; on hover to the millisecond, and in the reader's own time. */
export function UtcTime({
  at,
  short = false,
  className,
}: {
  at: string;
  short?: boolean;
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
      className={cn("whitespace-nowrap tabular-nums", className)}
    >
      {short ? displayShortTime(date) : displayTime(date)}
    </time>
  );
}
