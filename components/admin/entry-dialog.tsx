"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { entriesOfDraft } from "@/lib/metering/drafts/rules/entries";
import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { TierFields } from "./tier-fields";

const WORDS: readonly {
  name: "feature" | "operation" | "model" | "hardware";
  label: string;
  hint: string;
}[] = [
  { name: "feature", label: "Feature", hint: "As in usage events." },
  { name: "operation", label: "Operation", hint: "Empty for any." },
  { name: "model", label: "Model", hint: "Empty for any." },
  { name: "hardware", label: "Hardware", hint: "Empty for any." },
];

/** One price of a draft, changed or added. */
export function EntryDialog({
  trigger,
  title,
  entry,
  onSave,
}: {
  trigger: ReactNode;
  title: string;
  entry: DraftEntry;
  onSave: (entry: DraftEntry) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={trigger} title={title}>
      <EntryForm
        entry={entry}
        onSave={(saved) => {
          onSave(saved);
          setOpen(false);
        }}
      />
    </Dialog>
  );
}

function EntryForm({ entry, onSave }: { entry: DraftEntry; onSave: (entry: DraftEntry) => void }) {
  const [draft, setDraft] = useState(entry);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const fault = (field: string) => faults.get(`entries.0.${field}`);
  const change = (part: Partial<DraftEntry>) => setDraft({ ...draft, ...part });
  const byCost = draft.meter === "cost";
  const text = (name: keyof Omit<DraftEntry, "tiers" | "unit">, label: string, hint?: string) => (
    <Field key={name} label={label} hint={hint} error={fault(name)}>
      <Input
        value={draft[name]}
        onChange={({ target }) => change({ [name]: target.value })}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        const said = trimmed(draft);
        const found = entriesOfDraft([said]).faults;
        setFaults(new Map(found.map(({ field, message }) => [field, message])));
        if (found.length === 0) onSave(said);
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {WORDS.map(({ name, label, hint }) => text(name, label, hint))}
        {text("meter", "Meter", "cost for cost-plus; else what is counted: run, hour, input_token …")}
        <Field label="Charged in" error={fault("unit")}>
          <Select
            value={draft.unit}
            onChange={({ target }) => change({ unit: target.value === "tool_run" ? "tool_run" : "credit" })}
          >
            <option value="credit">ECU</option>
            <option value="tool_run">Tool runs</option>
          </Select>
        </Field>
        {byCost ? (
          text("markup", "Markup", "Times the real cost; at least 1.")
        ) : (
          <>
            {text("price", "Price")}
            {text("per", "For so many", "1000000 for a price per million.")}
          </>
        )}
        {text("floor", "Floor per call", "The least that a call costs.")}
      </div>
      <TierFields entry={draft} onChange={(tiers) => change({ tiers })} fault={fault} />
      <FormFoot>
        <Button type="submit" look="primary">
          Take over
        </Button>
      </FormFoot>
    </form>
  );
}

/** Without spaces around; and without what the other way of pricing had. */
function trimmed(entry: DraftEntry): DraftEntry {
  const byCost = entry.meter.trim() === "cost";
  const said = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
  );
  const tiers = entry.tiers.map(({ above, price, markup }) => ({
    above: above.trim(),
    price: byCost ? "" : price.trim(),
    markup: byCost ? markup.trim() : "",
  }));
  return { ...entry, ...said, ...(byCost ? { price: "", per: "1" } : { markup: "" }), tiers };
}
