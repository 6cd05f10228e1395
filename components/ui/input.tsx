import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const fieldStyles =
  "w-full rounded-md border border-field/70 bg-surface px-2.5 text-sm text-ink transition-colors duration-100 hover:border-field focus-within:border-accent-ink focus-within:outline-1 focus-within:outline-offset-0 aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(fieldStyles, "h-9", className)} {...props} />;
}

/** The browser's own list: it works with any keyboard, reader and phone. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={cn(fieldStyles, "h-9 appearance-none pr-8", className)} {...props}>
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-ink-muted"
        aria-hidden
      />
    </span>
  );
}
