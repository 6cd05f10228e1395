import { cn } from "./cn";

const TONES = {
  accent: "text-accent",
  good: "text-good",
  warn: "text-warn-fill",
  bad: "text-bad-fill",
  neutral: "text-chart-none",
} as const;

/** How much of a whole, as a thin bar: an image of numbers that stand beside it. */
export function ProgressBar({
  percent,
  label,
  tone = "accent",
  className,
}: {
  percent: number;
  label: string;
  tone?: keyof typeof TONES;
  className?: string;
}) {
  const width = Math.min(100, Math.max(0, percent));
  return (
    <svg
      role="img"
      aria-label={label}
      className={cn("block h-1.5 w-full overflow-hidden rounded-full bg-line", className)}
      preserveAspectRatio="none"
      viewBox="0 0 100 1"
    >
      <rect width={width} height="1" className={cn("fill-current", TONES[tone])} />
    </svg>
  );
}
