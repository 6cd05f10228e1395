import type { ChangeEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { featureInWords, type FeatureKind } from "./feature-kinds";
import { meterInWords, QUANTITY } from "./read-question";

interface Control {
  name: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
}

const NUMBER = { inputMode: "decimal", autoComplete: "off", className: "tabular-nums" } as const;

/** The fields of an operation: what decides the price of its feature, and how many there are. */
export function OperationFields({
  kinds,
  kind,
  field,
  faults,
}: {
  kinds: readonly FeatureKind[];
  kind: FeatureKind;
  field: (name: string) => Control;
  faults: Readonly<Record<string, string>>;
}) {
  return (
    <>
      <Field label="Feature" error={faults.feature}>
        <Select {...field("feature")}>
          {kinds.map(({ feature }) => (
            <option key={feature} value={feature}>
              {featureInWords(feature)}
            </option>
          ))}
        </Select>
      </Field>
      {kind.operations.length > 0 && (
        <Field label="Operation" error={faults.operation}>
          <Select {...field("operation")}>
            <option value="">Any</option>
            {kind.operations.map((operation) => (
              <option key={operation}>{operation}</option>
            ))}
          </Select>
        </Field>
      )}
      {kind.byCost && (
        <>
          <Field label="Model" error={faults.model}>
            <Input
              {...field("model")}
              placeholder="gpt-4o"
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
          <div className="grid grid-cols-2 items-start gap-4">
            <Field label="Input tokens" error={faults.input_tokens}>
              <Input {...field("input_tokens")} {...NUMBER} placeholder="0" />
            </Field>
            <Field label="Output tokens" hint="At most: max_tokens." error={faults.max_output_tokens}>
              <Input {...field("max_output_tokens")} {...NUMBER} placeholder="0" />
            </Field>
          </div>
          <Field
            label="Or its cost in USD"
            hint="The most that it can cost, where no price list knows the model."
            error={faults.cost_usd}
          >
            <Input {...field("cost_usd")} {...NUMBER} />
          </Field>
        </>
      )}
      {kind.hardware.length > 0 && (
        <div className="grid grid-cols-2 items-start gap-4">
          <Field label="Hardware" error={faults.hardware}>
            <Select {...field("hardware")} value={field("hardware").value || kind.hardware[0]}>
              {kind.hardware.map((hardware) => (
                <option key={hardware}>{hardware}</option>
              ))}
            </Select>
          </Field>
          <Field label="Replicas" error={faults.replicas}>
            <Input {...field("replicas")} {...NUMBER} placeholder="1" />
          </Field>
        </div>
      )}
      {kind.meters.map((meter) => (
        <Field
          key={meter}
          label={meterInWords(meter)}
          error={faults[`quantities.${meter}`] ?? faults.quantities}
        >
          <Input {...field(QUANTITY + meter)} {...NUMBER} placeholder="1" />
        </Field>
      ))}
      <Field label="How many of them" error={faults.count}>
        <Input {...field("count")} {...NUMBER} placeholder="1" />
      </Field>
    </>
  );
}
