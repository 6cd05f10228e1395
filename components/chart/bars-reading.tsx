import { cn } from "@/components/ui/cn";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { Swatch } from "./swatch";
import type { Series, Stack } from "./rank-series";

interface ReadingProps {
  stack: Stack;
  series: readonly Series[];
  format: (value: string) => string;
  place: string;
  /** The place in the period before that stands beside it. */
  placeBefore?: string | undefined;
  /** What a click does here. */
  hint?: string | undefined;
  /** Where it stands: how far from the left, and whether to the left of that. */
  at: number;
  toLeft: boolean;
}

/** What a place of the axis says, to the last part. */
export function BarsReading({ stack, series, format, place, placeBefore, hint, at, toLeft }: ReadingProps) {
  const parts = series.filter(({ key }) => (stack.values[key] ?? "0") !== "0");
  const { total, amounts } = writtenOf(stack, parts);
  return (
    <div
      // Made in the browser only, so that no style stands in the document that the server sends.
      style={toLeft ? { right: `${100 - at}%` } : { left: `${at}%` }}
      className={cn(
        "pointer-events-none absolute top-0 z-30 w-max max-w-72 min-w-48 rounded-lg border bg-surface px-3 py-2 text-xs text-ink shadow-float",
        "max-sm:right-auto! max-sm:left-0! max-sm:max-w-full",
        toLeft ? "sm:mr-2" : "sm:ml-2",
      )}
    >
      <p className="mb-1 flex justify-between gap-4 font-medium">
        {place} <span className="tabular-nums">{format(total)}</span>
      </p>
      <ul className="space-y-0.5">
        {parts.map((one, index) => (
          <li key={one.key} className="flex items-center gap-1.5">
            <Swatch series={one} />
            <span className="min-w-0 flex-1 truncate">{one.label}</span>
            <span className="pl-3 text-ink-muted tabular-nums">{format(amounts[index] ?? "0")}</span>
          </li>
        ))}
      </ul>
      {placeBefore && (
        <p className="mt-1 flex justify-between gap-4 border-t pt-1 text-ink-muted">
          {placeBefore}, before
          <span className="tabular-nums">{format(beforeOf(stack, series))}</span>
        </p>
      )}
      {hint && <p className="mt-1.5 text-ink-muted">{hint}</p>}
    </div>
  );
}

/** A place's parts as they are written, and what they come to: as the table has it, where nothing is left out. */
export function writtenOf(
  { values, total, shown }: Stack,
  parts: readonly Series[],
): { total: string; amounts: string[] } {
  const exact = parts.map(({ key }) => values[key] ?? "0");
  const sum = sumOf(exact);
  const [written = sum] = shown !== undefined && sum === total ? [shown] : roundToSum([sum]);
  return { total: written, amounts: roundToSum(exact, 4, written) };
}

/** What the shown series came to in the period before. */
export function beforeOf({ before }: Stack, series: readonly Series[]): string {
  return sumOf(series.map(({ key }) => before[key] ?? "0"));
}
