import type { ChangeEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { hardwareName } from "@/lib/metering/rules/meter-names";
import { featureInWords, type FeatureKind, type Way, wayOf } from "./feature-kinds";
import { meterInWords, QUANTITY } from "./read-question";

interface Control {
  name: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
}

// What an operation counts once when it does not say how often.
const COUNTED_ONCE = new Set(["run", "iteration", "request"]);
// How a size comes about that nobody counts by itself.
const HINTS: Readonly<Record<string, string>> = {
  trace_judgement: "Traces × judges: 40 traces by 3 judges are 120.",
  training_token: "Tokens of the data × epochs.",
};
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
  const way = wayOf(kind, field("hardware").value);
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
      {(kind.ways.length > 1 || way.hardware !== "") && (
        <div className="grid grid-cols-2 items-start gap-4">
          <Field label="Hardware" error={faults.hardware} className={way.hardware === "" ? "col-span-2" : ""}>
            <Select {...field("hardware")} value={way.hardware}>
              {kind.ways.map((one) => (
                <option key={one.hardware} value={one.hardware}>
                  {one.hardware ? hardwareName(one.hardware) : withoutHardware(one)}
                </option>
              ))}
            </Select>
          </Field>
          {way.hardware !== "" && (
            <Field label="Replicas" error={faults.replicas}>
              <Input {...field("replicas")} {...NUMBER} placeholder="1" />
            </Field>
          )}
        </div>
      )}
      {way.byCost && (
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
            <Field label="Output tokens" hint="The most that it may write." error={faults.max_output_tokens}>
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
      {way.meters.map((meter) => (
        <Field
          key={meter}
          label={meterInWords(meter)}
          hint={HINTS[meter]}
          error={faults[`quantities.${meter}`] ?? faults.quantities}
        >
          <Input
            {...field(QUANTITY + meter)}
            {...NUMBER}
            {...(COUNTED_ONCE.has(meter) && { placeholder: "1" })}
          />
        </Field>
      ))}
      <Field label="How many of them" error={faults.count}>
        <Input {...field("count")} {...NUMBER} placeholder="1" />
      </Field>
    </>
  );
}

/** "None: by its parts", where several things are counted instead. */
function withoutHardware({ byCost, meters }: Way): string {
  if (byCost) return "None: by its real cost";
  return meters.length === 1 && meters[0]
    ? `None: by ${meterInWords(meters[0]).toLowerCase()}`
    : "None: by its parts";
}
