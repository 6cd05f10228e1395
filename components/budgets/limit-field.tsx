"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { displayUsdOfCredits } from "@/lib/values/display/usd";

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;

/** An amount of ECU to be typed, with its worth in dollars while it is typed. */
export function LimitField({
  value,
  onChange,
  creditValue,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  creditValue: string;
  error: string | undefined;
}) {
  const typed = value.trim();
  return (
    <Field
      label="Limit in ECU"
      hint={DECIMAL.test(typed) ? `≈ ${displayUsdOfCredits(typed, creditValue)}` : "Such as 500 or 12.5."}
      error={error}
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="tabular-nums"
      />
    </Field>
  );
}
