import { cn } from "./cn";

/** A coin seen from its edge: a rhombus with a notch of what is used. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={cn("size-6 text-accent-ink", className)} aria-hidden>
      <path d="M12 1.5 22.5 12 12 22.5 1.5 12Z" fill="currentColor" />
      <path
        d="M12 7.2 16.8 12 12 16.8"
        fill="none"
        className="stroke-surface"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M7.4 12h9" fill="none" className="stroke-surface" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("flex items-center gap-2 text-base font-semibold tracking-tight", className)}>
      <LogoMark />
      Ecu
    </span>
  );
}
