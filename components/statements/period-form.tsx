"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isUtcDay } from "@/lib/values/time";

/** Opens the statement of any days. */
export function PeriodForm({ unit, from, to }: { unit: "credit" | "tool_run"; from: string; to: string }) {
  const router = useRouter();
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [first, last] = [form.get("from")?.toString() ?? "", form.get("to")?.toString() ?? ""];
    if (!isUtcDay(first) || !isUtcDay(last)) return setFault("Choose both days");
    if (first > last) return setFault("The last day is before the first");
    if (first > new Date().toISOString().slice(0, 10)) return setFault("That day lies ahead");
    setFault(undefined);
    const wallet = unit === "credit" ? "" : "?unit=tool_run";
    router.push(`/billing/statements/${first}_${last}${wallet}` as "/");
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
      <Field label="From" error={fault}>
        <Input type="date" name="from" defaultValue={from} className="w-40" />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={to} className="w-40" />
      </Field>
      <Button type="submit">Open statement</Button>
    </form>
  );
}
