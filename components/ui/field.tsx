"use client";

import { CircleAlert } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "./cn";

interface FieldControl {
  id?: string;
  name?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

// Questions ("Why it is needed") are no subject of a sentence.
const NO_SUBJECT = /^(for|when|how|why|what|where|who|or)\b|\?$/i;

/** Messages go on from a field's name, in answers of the API; under the field they are a sentence, of its label where that can begin one. */
function sentenceOf(label: ReactNode, error: string): string {
  const goesOn = /^(is|has|needs) /.test(error);
  return goesOn && typeof label === "string" && !NO_SUBJECT.test(label)
    ? `${label.replace(/ \(optional\)$/, "")} ${error}`
    : error;
}

/** A label, its control, a hint, and what is wrong with it, in words, right under it. */
export function Field({
  label,
  hint,
  error,
  aside,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** A link at the right of the label: "Forgot?" */
  aside?: ReactNode;
  className?: string;
  children: ReactElement<FieldControl>;
}) {
  const own = useId();
  const id = children.props.id ?? own;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first fault of a form that is longer than the window is brought into sight; the focus stays with who types.
    const form = error ? place.current?.closest("form") : null;
    if (form && form.querySelector("[data-fault]") === place.current)
      place.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div
      ref={place}
      data-fault={error ? "" : undefined}
      className={cn("scroll-mt-20 scroll-mb-4 space-y-1.5", className)}
    >
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside && <span className="text-sm">{aside}</span>}
      </div>
      {cloneElement(children, {
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs wrap-anywhere text-ink-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-xs text-bad" role="alert">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          <span className="min-w-0 flex-1 first-letter:uppercase">{sentenceOf(label, error)}</span>
        </p>
      )}
    </div>
  );
}
