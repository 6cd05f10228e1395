"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Select } from "@/components/ui/input";
import { featureInWords, type FeatureKind, wayOf } from "./feature-kinds";
import { OperationFields } from "./operation-fields";
import { QUANTITY, type Question, RESULT, WHO } from "./read-question";

interface PreviewFormProps {
  kinds: readonly FeatureKind[];
  question: Question;
  /** What was wrong with the question, by field. */
  faults: Readonly<Record<string, string>>;
  message: string | null;
  people: Readonly<Record<(typeof WHO)[number], readonly { value: string; name: string }[]>>;
  /** Where customers may use keys of their own. */
  ownKeys: boolean;
}

/** What is about to run, how large and how often. What is asked for follows from how the feature is priced. */
export function PreviewForm({ kinds, question, faults, message, people, ownKeys }: PreviewFormProps) {
  const router = useRouter();
  const path = usePathname();
  const [busy, start] = useTransition();
  const sent = useRef(false);
  // In a narrow window the answer lies below the form.
  useEffect(() => {
    if (busy || !sent.current) return;
    sent.current = false;
    document.getElementById(RESULT)?.scrollIntoView({ block: "nearest" });
  }, [busy]);
  const [values, setValues] = useState(question);
  // Back and Forward change the question without a form being sent.
  const [asked, setAsked] = useState(question);
  if (!isSame(asked, question)) {
    setAsked(question);
    setValues(question);
  }
  const kind = kinds.find(({ feature }) => feature === values.feature) ?? kinds[0];
  const field = (name: string) => ({
    name,
    value: values[name] ?? "",
    onChange: ({ target }: { target: { value: string } }) => setValues({ ...values, [name]: target.value }),
  });
  if (!kind) return null;
  return (
    <Card title="What to run" description="At its largest: no call of this size can cost more.">
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const search = new URLSearchParams(fittingTo(kind, values)).toString();
          sent.current = true;
          start(() => router.push(`${path}?${search}` as "/", { scroll: false }));
        }}
      >
        <FormError message={message} />
        <OperationFields kinds={kinds} kind={kind} field={field} faults={faults} />
        {ownKeys && wayOf(kind, values.hardware).byCost && (
          <Checkbox
            label="Paid with your own provider key"
            hint="The provider bills you for the model itself."
            checked={values.byok === "1"}
            onChange={({ target }) => setValues({ ...values, byok: target.checked ? "1" : "" })}
          />
        )}
        <details className="border-t pt-4" open={WHO.some((who) => values[who])}>
          <summary className="text-sm font-medium">
            For whom <span className="font-normal text-ink-muted">· decides which budgets cover it</span>
          </summary>
          <div className="mt-3 space-y-4">
            {WHO.map((who) => (
              <Field key={who} label={featureInWords(who)} error={faults[who]}>
                <Select {...field(who)}>
                  <option value="">Not said</option>
                  {people[who].map(({ value, name }) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
        </details>
        <div className="border-t pt-4">
          <FormFoot>
            <Button type="submit" look="primary" busy={busy}>
              Show what it costs
            </Button>
          </FormFoot>
        </div>
      </form>
    </Card>
  );
}

/** What was typed for another feature is left out. */
function fittingTo(kind: FeatureKind, values: Question): Record<string, string> {
  const { feature, operations } = kind;
  const { hardware, meters, byCost } = wayOf(kind, values.hardware);
  const fields = [
    ...["count", ...WHO],
    ...(operations.length > 0 ? ["operation"] : []),
    ...(byCost ? ["model", "provider", "input_tokens", "max_output_tokens", "cost_usd", "byok"] : []),
    ...(hardware ? ["replicas"] : []),
    ...meters.map((meter) => QUANTITY + meter),
  ];
  const said = fields.flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()] as const] : []));
  return { feature, ...(hardware && { hardware }), ...Object.fromEntries(said) };
}

function isSame(left: Question, right: Question): boolean {
  return new URLSearchParams(left).toString() === new URLSearchParams(right).toString();
}
