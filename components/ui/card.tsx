import type { ReactNode } from "react";
import { cn } from "./cn";

/** A bordered piece of a page. A form is one card with its buttons at the foot. */
export function Card({
  id,
  title,
  description,
  actions,
  footer,
  flush = false,
  className,
  children,
}: {
  /** What a link to it names. */
  id?: string;
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Without padding, below a line: for tables and lists that reach the border. */
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <section id={id} className={cn("min-w-0 scroll-mt-20 rounded-lg border bg-surface", className)}>
      {(title || actions) && (
        <header
          className={cn(
            "flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 pt-4",
            (flush || !children) && "pb-4",
          )}
        >
          <div className="min-w-0 flex-1 basis-64">
            {title && <h2 className="text-base font-semibold">{title}</h2>}
            {description && (
              <p className="mt-0.5 max-w-lead text-sm text-pretty text-ink-muted">{description}</p>
            )}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children && (
        <div
          className={
            flush
              ? "overflow-hidden [header+&]:border-t first:rounded-t-[calc(var(--radius-lg)-1px)] last:rounded-b-[calc(var(--radius-lg)-1px)]"
              : "px-5 py-4"
          }
        >
          {children}
        </div>
      )}
      {footer && (
        <footer className="flex flex-wrap items-center justify-between gap-3 rounded-b-lg border-t bg-sunken/50 px-5 py-3">
          {footer}
        </footer>
      )}
    </section>
  );
}

/** One number with its name, what it is worth, and what it compares with. */
export function StatCard({
  label,
  aside,
  value,
  note,
  isPlain = false,
}: {
  label: ReactNode;
  aside?: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** On a phone without its frame and as wide as its number, so that a row of them is a few lines. */
  isPlain?: boolean;
}) {
  return (
    // In a narrow window the aside goes below the value, so that the values of a row stay on one line; in a row of plain ones
    // below the note, so that the notes do.
    <div
      className={cn(
        "flex min-w-0 flex-col sm:grid sm:grid-cols-[minmax(0,1fr)_auto] sm:content-start sm:gap-x-3 sm:rounded-lg sm:border sm:bg-surface sm:px-4 sm:py-3",
        !isPlain && "max-sm:rounded-lg max-sm:border max-sm:bg-surface max-sm:px-4 max-sm:py-3",
      )}
    >
      <dt className="text-xs text-ink-muted">{label}</dt>
      {aside && (
        <dd
          className={cn("text-xs text-ink-muted tabular-nums", isPlain ? "max-sm:order-2" : "max-sm:order-1")}
        >
          {aside}
        </dd>
      )}
      <dd
        className={cn(
          "text-lg font-semibold tracking-tight wrap-anywhere tabular-nums sm:col-span-2 sm:mt-1",
          isPlain ? "max-sm:text-base" : "max-sm:mt-1",
        )}
      >
        {value}
      </dd>
      {note && (
        <dd
          className={cn(
            "mt-0.5 text-xs text-ink-muted tabular-nums sm:col-span-2",
            isPlain ? "max-sm:order-1" : "max-sm:order-2",
          )}
        >
          {note}
        </dd>
      )}
    </div>
  );
}
