import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const box = "mt-0.5 size-4 shrink-0 accent-accent";

/** A box with its words, which can be pressed too. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  return <Choice type="checkbox" label={label} hint={hint} className={className} {...props} />;
}

/** One of several that share a `name`. */
export function Radio({
  label,
  hint,
  className,
  ...props
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  return <Choice type="radio" label={label} hint={hint} className={className} {...props} />;
}

function Choice({
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
      <input className={box} {...props} />
      <span className="min-w-0">
        <span className="block text-sm">{label}</span>
        {hint && <span className="block text-xs text-ink-muted">{hint}</span>}
      </span>
    </label>
  );
}
