"use client";

import { segmentLook, SEGMENTS } from "./segment-look";

/** A choice between two or three, all in sight. */
export function Segments<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <div role="group" aria-label={label} className={SEGMENTS}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={segmentLook(option.value === value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
