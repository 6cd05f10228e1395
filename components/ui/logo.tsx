import { cn } from "./cn";

/** A coin with the lines of a ledger. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={cn("size-6 shrink-0 text-accent-ink", className)} aria-hidden>
      <path d="M12 1.5 22.5 12 12 22.5 1.5 12Z" fill="currentColor" />
      <path
        d="M9.8 8.6h4.4M8 12h8M9.8 15.4h4.4"
        fill="none"
        className="stroke-surface"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("flex items-center gap-2 text-base font-semibold tracking-tight", className)}>
      <LogoMark />
      <span className="rail:hidden">Ecu</span>
    </span>
  );
}
