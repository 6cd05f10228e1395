"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { addBill } from "@/lib/reports/bill-match/actions";

const FORMATS = [
  ["auto", "Find out by its columns"],
  ["openai", "Costs, as OpenAI exports them"],
  ["openrouter", "Activity, as OpenRouter exports it"],
  ["focus", "FOCUS"],
  ["columns", "Other: I name the columns"],
] as const;
type Format = (typeof FORMATS)[number][0];

const COLUMNS = [
  ["day", "Day or time", true],
  ["model", "Model", true],
  ["cost", "Cost in dollars", true],
  ["kind", "Kind of token", false],
  ["quantity", "Tokens", false],
] as const;

/** What a page sends: larger files go by the command line. */
const MOST = 900_000;

/** Takes a bill in as a file. */
export function BillForm() {
  const router = useRouter();
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [provider, setProvider] = useState("");
  const [format, setFormat] = useState<Format>("auto");
  const [columns, setColumns] = useState({ day: "", model: "", cost: "", kind: "", quantity: "" });
  const { submit, busy, fault, message, requestId } = useSubmit(addBill, ({ id }) =>
    router.push(`/admin/bills/${id}`),
  );
  const choose = async (chosen: File | undefined) => {
    setTooLarge(chosen !== undefined && chosen.size > MOST);
    setFile(chosen && chosen.size <= MOST ? { name: chosen.name, text: await chosen.text() } : null);
  };
  return (
    <form
      className="max-w-xl space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!file) return;
        const { kind, quantity, ...needed } = columns;
        const named = { ...needed, ...(kind && { kind }), ...(quantity && { quantity }) };
        submit({ ...file, provider, format, columns: format === "columns" ? named : null });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field
        label="File"
        error={
          tooLarge
            ? "is larger than 900 kB: run npx ecu match-bill with it on the command line"
            : (fault("text") ?? fault("name"))
        }
      >
        <FileInput
          accept=".csv,text/csv"
          required
          kinds="CSV, up to 900 kB"
          onChoose={(chosen) => void choose(chosen)}
        />
      </Field>
      <Field
        label="Provider"
        hint="As usage names it, such as openai. Without it, the bill is held against the models of all providers."
        error={fault("provider")}
      >
        <Input value={provider} maxLength={200} onChange={({ target }) => setProvider(target.value)} />
      </Field>
      <Field label="Format" error={fault("format")}>
        <Select
          value={format}
          onChange={({ target }) => setFormat(FORMATS.find(([name]) => name === target.value)?.[0] ?? "auto")}
        >
          {FORMATS.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      {format === "columns" && (
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="mb-2 text-sm font-medium">Names of its columns</legend>
          {COLUMNS.map(([name, label, isNeeded]) => (
            <Field
              key={name}
              label={isNeeded ? label : `${label}, if it has one`}
              error={fault(`columns.${name}`)}
            >
              <Input
                value={columns[name]}
                required={isNeeded}
                maxLength={200}
                onChange={({ target }) => setColumns({ ...columns, [name]: target.value })}
              />
            </Field>
          ))}
        </fieldset>
      )}
      <FormFoot>
        <Button type="submit" look="primary" busy={busy} disabled={!file}>
          Import the bill
        </Button>
      </FormFoot>
    </form>
  );
}
