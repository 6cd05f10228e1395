"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DraftEntry } from "@/lib/metering/drafts/schema";

type Tier = DraftEntry["tiers"][number];

/** Other prices from so much of a month on. */
export function TierFields({
  entry,
  onChange,
  fault,
}: {
  entry: DraftEntry;
  onChange: (tiers: Tier[]) => void;
  fault: (field: string) => string | undefined;
}) {
  const { tiers, meter } = entry;
  const byCost = meter === "cost";
  const change = (at: number, part: Partial<Tier>) =>
    onChange(tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)));
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-medium">Volume tiers</legend>
      <p className="text-xs text-ink-muted">
        From so much of a UTC month on, per account, another price. What lies below a border keeps the price
        below it.
      </p>
      {fault("tiers") && (
        <p className="text-xs text-bad" role="alert">
          {fault("tiers")}
        </p>
      )}
      {tiers.map((tier, index) => (
        <div key={index} className="flex items-start gap-2">
          <Field
            label={byCost ? "Above, USD of cost" : `Above, ${meter.replaceAll("_", " ")}`}
            error={fault(`tiers.${index}.above`)}
            className="flex-1"
          >
            <Input
              inputMode="decimal"
              value={tier.above}
              onChange={({ target }) => change(index, { above: target.value })}
            />
          </Field>
          <Field
            label={byCost ? "Markup" : "Price"}
            error={fault(`tiers.${index}.${byCost ? "markup" : "price"}`)}
            className="flex-1"
          >
            <Input
              inputMode="decimal"
              value={byCost ? tier.markup : tier.price}
              onChange={({ target }) =>
                change(index, byCost ? { markup: target.value } : { price: target.value })
              }
            />
          </Field>
          <Button
            look="ghost"
            size="icon"
            className="mt-6"
            aria-label={`Remove tier ${index + 1}`}
            onClick={() => onChange(tiers.filter((_, at) => at !== index))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        onClick={() => onChange([...tiers, { above: "", price: "", markup: "" }])}
        disabled={tiers.length >= 20}
      >
        <Plus aria-hidden /> Add a tier
      </Button>
    </fieldset>
  );
}
