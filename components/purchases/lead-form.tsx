"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { sendLead } from "@/lib/purchases/actions";

/** Volume and annual: a message to whoever runs this installation. */
export function LeadForm({
  accountId,
  person,
}: {
  accountId: string;
  person: { name: string; email: string };
}) {
  const [lead, setLead] = useState({ ...person, company: "", volume: "", message: "" });
  const [sent, setSent] = useState(false);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: typeof lead) => sendLead(input, accountId),
    () => setSent(true),
  );
  const field = (name: keyof typeof lead) => ({
    value: lead[name],
    onChange: (event: { target: { value: string } }) => setLead({ ...lead, [name]: event.target.value }),
  });
  return (
    <Card
      id="volume"
      title="Volume and annual"
      description="For contracts, invoices, volume prices and more tool runs, tell us what you need; we answer by e-mail."
    >
      {sent ? (
        <Banner tone="good">Your message is with us. The answer comes to {lead.email}.</Banner>
      ) : (
        <form
          noValidate
          className="grid gap-4 sm:grid-cols-2"
          onSubmit={(event) => {
            event.preventDefault();
            submit(lead);
          }}
        >
          <div className="sm:col-span-2 empty:hidden">
            <FormError message={message} requestId={requestId} />
          </div>
          <Field label="Your name" error={fault("name")}>
            <Input {...field("name")} autoComplete="name" />
          </Field>
          <Field label="E-mail" error={fault("email")}>
            <Input type="email" {...field("email")} autoComplete="email" />
          </Field>
          <Field label="Company" error={fault("company")}>
            <Input {...field("company")} autoComplete="organization" />
          </Field>
          <Field label="Yearly volume" error={fault("volume")}>
            <Input {...field("volume")} placeholder="500,000 ECU" />
          </Field>
          <Field label="What should we know?" error={fault("message")} className="sm:col-span-2">
            <textarea
              rows={3}
              maxLength={5_000}
              className="w-full rounded-md border border-field/70 bg-surface px-2.5 py-2 text-sm hover:border-field focus-visible:border-accent-ink focus-visible:outline-1"
              {...field("message")}
            />
          </Field>
          <div className="sm:col-span-2">
            <FormFoot>
              <Button type="submit" busy={busy}>
                Talk to sales
              </Button>
            </FormFoot>
          </div>
        </form>
      )}
    </Card>
  );
}
