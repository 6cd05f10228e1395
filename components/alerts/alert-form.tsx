"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { setAlert } from "@/lib/alerts/actions";
import type { AlertView } from "@/lib/alerts/list-alerts";
import { ALERT_KINDS, type AlertKind } from "@/lib/alerts/rules/threshold";
import { ROLES } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { ROLE_NAMES } from "./alert";

const NEW: Omit<AlertView, "key" | "at" | "isReached" | "letter"> = {
  kind: "used_percent",
  value: "",
  inBanner: true,
  byEmail: true,
  byWebhook: true,
  roles: ["owner", "admin", "billing"],
  emails: [],
  isEnabled: true,
};

/** Adds an alert, or changes the one given. */
export function AlertForm({
  accountId,
  unit,
  alert,
  onDone,
}: {
  accountId: string;
  unit: Unit;
  alert: AlertView | null;
  onDone: () => void;
}) {
  const first = alert ?? NEW;
  const [kind, setKind] = useState<AlertKind>(first.kind);
  const [value, setValue] = useState(first.value);
  const [inBanner, setInBanner] = useState(first.inBanner);
  const [byEmail, setByEmail] = useState(first.byEmail);
  const [byWebhook, setByWebhook] = useState(first.byWebhook);
  // Where no mail was sent, nobody is named: then it begins with those who answer for money.
  const isNamed = first.roles.length + first.emails.length > 0;
  const [roles, setRoles] = useState(isNamed ? first.roles : NEW.roles);
  const [emails, setEmails] = useState(first.emails.join(", "));
  const [isEnabled, setEnabled] = useState(first.isEnabled);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof setAlert>[0]) => setAlert(input, accountId),
    () => {
      toast.success(alert ? "The alert is changed" : "The alert is set");
      onDone();
    },
  );
  const addresses = emails.split(/[\s,;]+/).filter((text) => text !== "");
  // An address that is wrong is named by its place: "emails.1".
  const wrong = addresses.findIndex((_, index) => fault(`emails.${index}`));
  const who = byEmail ? { roles, emails: addresses } : { roles: [], emails: [] };
  const was = alert?.key ?? null;
  const input = { unit, was, kind, value, inBanner, byEmail, byWebhook, ...who, isEnabled };
  const [before] = useState(() => JSON.stringify(input));
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(input);
      }}
    >
      <FormError message={message} requestId={requestId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="When" error={fault("kind")}>
          <Select
            value={kind}
            onChange={({ target }) =>
              setKind(ALERT_KINDS.find((one) => one === target.value) ?? "used_percent")
            }
          >
            <option value="used_percent">So many % are used</option>
            <option value="remaining_percent">So many % are left</option>
            <option value="amount">
              {unit === "credit" ? "So many ECU are left" : "So many runs are left"}
            </option>
          </Select>
        </Field>
        <Field
          label={kind === "amount" ? (unit === "credit" ? "ECU" : "Tool runs") : "Percent"}
          hint={
            kind === "amount"
              ? "Such as 50."
              : "A whole number, of what there was when credit was last added."
          }
          error={fault("value")}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            value={value}
            onChange={({ target }) => setValue(target.value)}
            className="tabular-nums"
          />
        </Field>
      </div>
      <fieldset className="space-y-2">
        <legend className="mb-1.5 text-sm font-medium">How</legend>
        <Checkbox
          label="Banner"
          hint="Above every page, for everybody in the account."
          checked={inBanner}
          onChange={() => setInBanner(!inBanner)}
        />
        <Checkbox label="E-mail" checked={byEmail} onChange={() => setByEmail(!byEmail)} />
        <Checkbox
          label="Webhook"
          hint="To your endpoints that listen for balance.threshold_crossed, signed."
          checked={byWebhook}
          onChange={() => setByWebhook(!byWebhook)}
        />
        {fault("channels") && (
          <p role="alert" className="text-xs text-bad">
            Name a banner, an e-mail or a webhook.
          </p>
        )}
      </fieldset>
      {byEmail && (
        <fieldset className="space-y-2">
          <legend className="mb-1.5 text-sm font-medium">Who gets the e-mail</legend>
          <div className="grid gap-1 sm:grid-cols-2">
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                label={ROLE_NAMES[role]}
                checked={roles.includes(role)}
                onChange={() =>
                  setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
                }
              />
            ))}
          </div>
          <Field
            label="Other addresses"
            hint="Up to five, with commas between them."
            error={fault("emails") ?? fault("roles") ?? (wrong < 0 ? undefined : fault(`emails.${wrong}`))}
          >
            <Input value={emails} autoComplete="off" onChange={({ target }) => setEmails(target.value)} />
          </Field>
        </fieldset>
      )}
      <FormFoot
        note={<Checkbox label="In force" checked={isEnabled} onChange={() => setEnabled(!isEnabled)} />}
      >
        <Button
          type="submit"
          look="primary"
          busy={busy}
          disabled={alert !== null && JSON.stringify(input) === before}
        >
          {alert ? "Save" : "Create alert"}
        </Button>
      </FormFoot>
    </form>
  );
}
