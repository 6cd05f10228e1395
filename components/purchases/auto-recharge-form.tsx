"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { SavedMethod } from "@/lib/purchases/payment-methods/list";
import { addCard, endAutoRecharge, saveAutoRecharge } from "@/lib/purchases/recharge/actions";
import type { AutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { LeaveButton } from "./leave-button";
import { methodName } from "./method-name";
import { Rehearsal } from "./rehearsal";

/** When auto-recharge charges, how much and which card; with what it would have charged, before it is switched on. */
export function AutoRechargeForm({
  accountId,
  recharge,
  methods,
}: {
  accountId: string;
  recharge: AutoRecharge | null;
  methods: readonly SavedMethod[];
}) {
  const card = methods.find(({ id }) => id === recharge?.paymentMethodId) ?? methods[0];
  const [settings, setSettings] = useState({
    threshold: recharge?.threshold ?? "100",
    credits: recharge?.credits ?? "500",
    cap: recharge?.monthlyCapUsd ?? "",
    paymentMethodId: card?.id ?? "",
  });
  const isOn = recharge?.isOn ?? false;
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof saveAutoRecharge>[0]) => saveAutoRecharge(input, accountId),
    () => toast.success(isOn ? "The settings are saved" : "Auto-recharge is on"),
  );
  const field = (name: keyof typeof settings) => ({
    value: settings[name],
    onChange: (event: { target: { value: string } }) =>
      setSettings({ ...settings, [name]: event.target.value }),
  });
  const { threshold, credits, cap, paymentMethodId } = settings;
  const wish = { threshold, credits, monthlyCapUsd: cap.trim() === "" ? null : cap };
  return (
    <Card
      title={isOn ? "Edit auto-recharge" : "Set up auto-recharge"}
      description="When the balance falls below the threshold, the card is charged once and the credit is added within seconds."
    >
      <form
        noValidate
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...wish, paymentMethodId });
        }}
      >
        <FormError message={message} requestId={requestId} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Threshold in ECU" hint="Charged below this balance." error={fault("threshold")}>
            <Input inputMode="numeric" autoComplete="off" {...field("threshold")} />
          </Field>
          <Field label="Add in ECU" hint="Each time." error={fault("credits")}>
            <Input inputMode="numeric" autoComplete="off" {...field("credits")} />
          </Field>
          <Field
            label="Monthly cap in USD"
            hint="Per UTC month; empty for none."
            error={fault("monthlyCapUsd")}
          >
            <Input inputMode="decimal" autoComplete="off" placeholder="No cap" {...field("cap")} />
          </Field>
        </div>
        {methods.length > 0 ? (
          <Field label="Card" error={fault("paymentMethodId")} className="max-w-sm">
            <Select {...field("paymentMethodId")}>
              {methods.map((method) => (
                <option key={method.id} value={method.id} disabled={method.expiry === "expired"}>
                  {methodName(method)}
                  {method.expiry === "expired" && " (expired)"}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <div className="flex flex-wrap items-center gap-3 text-sm">
            <LeaveButton
              look="primary"
              ask={() => addCard({ returnTo: "/settings/auto-recharge" }, accountId)}
            >
              Add a card
            </LeaveButton>
            <span className="text-ink-muted">Auto-recharge needs a saved card.</span>
          </div>
        )}
        <Rehearsal accountId={accountId} wish={wish} />
        <div className="border-t pt-4">
          <FormFoot>
            {isOn && (
              <ConfirmDialog
                trigger="Switch off"
                look="secondary"
                title="Switch auto-recharge off?"
                verb="Switch off"
                done="Auto-recharge is off"
                run={() => endAutoRecharge({}, accountId)}
              >
                Nothing more is charged by itself. A charge that is under way now is still credited.
              </ConfirmDialog>
            )}
            <Button type="submit" look="primary" busy={busy} disabled={paymentMethodId === ""}>
              {isOn ? "Save the settings" : "Switch auto-recharge on"}
            </Button>
          </FormFoot>
        </div>
      </form>
    </Card>
  );
}
