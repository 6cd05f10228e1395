"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { FormError } from "@/components/ui/form-error";
import { SaveBar } from "@/components/ui/save-bar";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { setAnomalyAlerts } from "@/lib/alerts/actions";
import type { AnomalySettings } from "@/lib/alerts/anomalies/settings";

const NAMES = ["inBanner", "byEmail", "byWebhook"] as const satisfies readonly (keyof AnomalySettings)[];

/** How the account is told of a day on which far more is spent than on others of its weekday. */
export function AnomalyCard({
  accountId,
  settings,
  mayWrite,
}: {
  accountId: string;
  settings: AnomalySettings;
  mayWrite: boolean;
}) {
  const [choice, setChoice] = useState(settings);
  const { submit, busy, message, requestId } = useSubmit(
    (input: AnomalySettings) => setAnomalyAlerts(input, accountId),
    () => void toast.success("The way is saved"),
  );
  const isSame = NAMES.every((name) => choice[name] === settings[name]);
  const toggle = (name: keyof AnomalySettings) => () => setChoice({ ...choice, [name]: !choice[name] });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(choice);
      }}
    >
      <Card
        title="Unusual spending"
        description="A day on which far more is spent than on the same weekday of the last eight weeks is reported once, while it goes on."
        footer={mayWrite && <SaveBar isSame={isSame} busy={busy} />}
      >
        <FormError message={message} requestId={requestId} />
        <fieldset className="space-y-2" disabled={!mayWrite}>
          <legend className="sr-only">How unusual spending is told</legend>
          <Checkbox
            label="Banner"
            hint="On that day and the next, above every page."
            checked={choice.inBanner}
            onChange={toggle("inBanner")}
          />
          <Checkbox
            label="E-mail"
            hint="To owners, admins and billing members."
            checked={choice.byEmail}
            onChange={toggle("byEmail")}
          />
          <Checkbox
            label="Webhook"
            hint="To your endpoints that listen for anomaly.detected, signed."
            checked={choice.byWebhook}
            onChange={toggle("byWebhook")}
          />
        </fieldset>
      </Card>
    </form>
  );
}
