import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A box with its words, which can be pressed too. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label
      className={cn(
        "flex min-h-6 cursor-pointer items-start gap-2 has-disabled:cursor-not-allowed",
        className,
      )}
    >
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" {...props} />
      <span className="min-w-0">
        <span className="block text-sm">{label}</span>
        {hint && <span className="block text-xs text-ink-muted">{hint}</span>}
      </span>
    </label>
  );
}
