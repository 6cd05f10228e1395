"use client";

import dynamic from "next/dynamic";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { isDrawn, pointsOf } from "./run-out-points";

// The drawing comes after the page, which says in words and in a table what it shows.
const Plot = dynamic(() => import("./run-out-plot").then(({ RunOutPlot }) => RunOutPlot), { ssr: false });

/** The balance of the last weeks as a line, and what may come as a band that holds four of five cases. Its numbers stand in a table beside it. */
export function RunOutChart({ forecast, label }: { forecast: CreditForecast; label: string }) {
  if (!isDrawn(forecast)) return null;
  const { ends } = pointsOf(forecast);
  return (
    <figure className="min-w-0">
      <figcaption className="text-xs text-ink-muted" aria-hidden>
        Line: the balance, in ECU. Band: what is left in four of five cases; red: when nothing is.
        {ends.length > 0 && " Dotted: a grant ends."}
      </figcaption>
      <div role="img" aria-label={label} className="mt-2 h-56 min-w-0 overflow-hidden">
        <Plot forecast={forecast} />
      </div>
    </figure>
  );
}
