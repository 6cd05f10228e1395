"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { parseScaled } from "@/lib/values/money";

interface Bounds {
  min: string | null;
  max: string | null;
}

const CREDITS = /^(0|[1-9]\d{0,9})(\.\d{1,9})?$/;
const RUNS = /^(0|[1-9]\d{0,9})$/;

/** Bounds of an amount's size, whatever its sign. */
export function AmountFilter({
  min,
  max,
  whole,
  onChange,
}: Bounds & { whole: boolean; onChange: (bounds: Bounds) => void }) {
  const [open, setOpen] = useState(false);
  const [faults, setFaults] = useState<{ min?: string; max?: string }>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = {
      min: form.get("min")?.toString().trim() || null,
      max: form.get("max")?.toString().trim() || null,
    };
    const found = faultsOf(typed, whole);
    setFaults(found);
    if (found.min || found.max) return;
    setOpen(false);
    onChange({ min: isZero(typed.min) ? null : typed.min, max: typed.max });
  };
  return (
    <Popover
      label="Amount"
      open={open}
      onOpenChange={setOpen}
      className="w-64 p-3"
      trigger={
        <Button size="sm" className={cn(!min && !max && "text-ink-muted")}>
          {labelOf({ min, max })}
        </Button>
      }
    >
      <form onSubmit={submit} className="space-y-3" noValidate>
        <div className="grid grid-cols-2 gap-2">
          <Field label="At least" error={faults.min}>
            <Input name="min" inputMode="decimal" defaultValue={min ?? ""} placeholder="0" />
          </Field>
          <Field label="At most" error={faults.max}>
            <Input name="max" inputMode="decimal" defaultValue={max ?? ""} placeholder="any" />
          </Field>
        </div>
        <div className="flex items-center justify-between gap-3">
          <span className="text-xs text-ink-muted">{whole ? "Tool runs" : "ECU"}, added or taken</span>
          <Button type="submit" size="sm">
            Show amounts
          </Button>
        </div>
      </form>
    </Popover>
  );
}

function faultsOf({ min, max }: Bounds, whole: boolean): { min?: string; max?: string } {
  const pattern = whole ? RUNS : CREDITS;
  const fault = whole ? "A whole number" : "A number such as 12.5";
  const bad = (text: string | null) => (text !== null && !pattern.test(text) ? fault : undefined);
  const found = { min: bad(min), max: bad(max) };
  if (found.min || found.max) return found;
  if (isZero(max)) return { max: "More than 0" };
  if (min && max && parseScaled(min, 9) > parseScaled(max, 9)) return { max: "Less than “at least”" };
  return {};
}

function isZero(text: string | null): boolean {
  return text !== null && /^0(\.0+)?$/.test(text);
}

function labelOf({ min, max }: Bounds): string {
  if (min && max) return `${min} – ${max}`;
  if (min) return `≥ ${min}`;
  return max ? `≤ ${max}` : "Amount";
}
