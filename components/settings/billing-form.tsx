"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input, Select } from "@/components/ui/input";
import { SaveBar } from "@/components/ui/save-bar";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { saveBilling } from "@/lib/accounts/actions";
import type { BillingDetails } from "@/lib/accounts/schema-billing";

const EMPTY: BillingDetails = {
  name: "",
  line1: "",
  line2: "",
  postalCode: "",
  city: "",
  state: "",
  country: "",
  taxId: "",
};

/** Who statements and receipts are made out to. */
export function BillingForm({
  accountId,
  details,
  countries,
  mayWrite,
}: {
  accountId: string;
  details: BillingDetails | null;
  /** As the server names and sorts them: browsers know other names for some. */
  countries: readonly (readonly [code: string, name: string])[];
  mayWrite: boolean;
}) {
  const saved = details ?? EMPTY;
  const [form, setForm] = useState(saved);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: BillingDetails) => saveBilling(input, accountId),
    () => toast.success("Saved"),
  );
  const names = Object.keys(EMPTY) as (keyof BillingDetails)[];
  const isSame = names.every((name) => form[name] === saved[name]);
  const field = (name: keyof BillingDetails) => ({
    name,
    value: form[name],
    disabled: !mayWrite,
    onChange: (event: { target: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: event.target.value })),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(form);
      }}
    >
      <Card
        id="billing-details"
        title="Billing details"
        description={
          mayWrite
            ? "Who statements, receipts and Stripe’s invoices are made out to, from now on."
            : "Who statements and receipts are made out to. Owners, admins and billing members can change it."
        }
        footer={<SaveBar isSame={isSame} busy={busy} disabled={!mayWrite} />}
      >
        <div className="max-w-xl space-y-3">
          <FormError message={message} requestId={requestId} />
          <Field label="Company or person" error={fault("name")}>
            <Input {...field("name")} maxLength={200} autoComplete="organization" />
          </Field>
          <Field label="Address" error={fault("line1")}>
            <Input {...field("line1")} maxLength={200} autoComplete="address-line1" />
          </Field>
          <Field label="Address, second line (optional)" error={fault("line2")}>
            <Input {...field("line2")} maxLength={200} autoComplete="address-line2" />
          </Field>
          <div className="grid gap-3 sm:grid-cols-[9rem_1fr]">
            <Field label="Postal code" error={fault("postalCode")}>
              <Input {...field("postalCode")} maxLength={20} autoComplete="postal-code" />
            </Field>
            <Field label="City" error={fault("city")}>
              <Input {...field("city")} maxLength={100} autoComplete="address-level2" />
            </Field>
          </div>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="State or region (optional)" error={fault("state")}>
              <Input {...field("state")} maxLength={100} autoComplete="address-level1" />
            </Field>
            <Field label="Country" error={fault("country")}>
              <Select {...field("country")} autoComplete="country">
                <option value="">Choose a country</option>
                {countries.map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Field
            label="Tax ID (optional)"
            hint="As it is to be printed, with its country: DE 123456789. It is not validated."
            error={fault("taxId")}
          >
            <Input {...field("taxId")} maxLength={30} autoComplete="off" />
          </Field>
        </div>
      </Card>
    </form>
  );
}
