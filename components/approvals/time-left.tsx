"use client";

import { useEffect, useState } from "react";
import { UtcTime } from "@/components/ui/utc-time";
import { spanInWords } from "./approval";

const MINUTE_MS = 60_000;

/** How long until a moment, counted down by the minute; the moment itself stands beside it. */
export function TimeLeft({ until, now }: { until: string; now: string }) {
  const end = new Date(until).getTime();
  const [at, setAt] = useState(new Date(now).getTime());
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = (end - at) / 1_000;
  const minutes = Math.floor(seconds / 60) * 60;
  return (
    <>
      {seconds <= 0 ? "over" : seconds < 60 ? "less than a minute left" : `${spanInWords(minutes)} left`}
      <span className="text-ink-muted">
        , until <UtcTime at={until} />
      </span>
    </>
  );
}
