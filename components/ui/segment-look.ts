import { cn } from "./cn";

/** The frame of a choice whose few options are all in sight, as buttons or as links; where they do not fit, it scrolls by itself. */
export const SEGMENTS =
  "inline-flex h-8 max-w-full shrink-0 overflow-x-auto rounded-md border border-line-strong bg-sunken p-0.5";

/** One of its options. */
export function segmentLook(isChosen: boolean): string {
  return cn(
    "flex items-center rounded-sm px-2.5 text-sm whitespace-nowrap transition-colors duration-100",
    isChosen ? "bg-surface font-medium text-ink" : "text-ink-muted hover:text-ink",
  );
}
