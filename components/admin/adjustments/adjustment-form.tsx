"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRequestKey } from "@/components/ui/use-request-key";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DayInput } from "@/components/ui/day-input";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { previewAdjustment, suggestCorrection, suggestGrant } from "@/lib/backoffice/adjustments/actions";
import type { AmountPreview } from "@/lib/backoffice/adjustments/preview";
import { seenOf } from "@/lib/backoffice/adjustments/rules/seen";
import type { LeftToday as Left } from "@/lib/backoffice/limits/daily-limit";
import type { Unit } from "@/lib/values/ids";
import { AccountField } from "../account-picker/account-field";
import { LeftToday } from "../left-today";
import { ReasonField } from "../proposal-fields";
import { AmountPreviewCard } from "./amount-preview";

const EMPTY = { accountId: "", unit: "credit" as Unit, amount: "", reason: "", corrects: "", expiresOn: "" };

/** Proposes a correction or promotional credit: first what it would do, then the proposal, as it was seen. */
export function AdjustmentForm({
  kind,
  account,
  accountText,
  corrects = "",
  left,
}: {
  kind: "correction" | "grant";
  /** The one that the link named, and what it named. */
  account: AccountChoice | null;
  accountText: string;
  corrects?: string;
  /** Of the day of who fills it in. */
  left: Readonly<Record<Unit, Left>>;
}) {
  const router = useRouter();
  const requestKeyOf = useRequestKey();
  const [values, setValues] = useState({ ...EMPTY, accountId: account?.id ?? accountText, corrects });
  const [preview, setPreview] = useState<AmountPreview | null>(null);
  const look = useSubmit(previewAdjustment, setPreview);
  const path = kind === "grant" ? "/admin/grants" : "/admin/corrections";
  const corrected = values.corrects.trim();
  const asked = { accountId: values.accountId, unit: values.unit, amount: values.amount.trim() };
  const propose = async (proposal: Proposal) => {
    const answer = await suggestAs[kind](proposal);
    // Something else was done meanwhile: it is looked at before it is proposed again.
    if (!answer.ok && answer.code === "conflict") look.submit({ ...asked, corrects: corrected });
    return answer;
  };
  const send = useSubmit(propose, () => {
    toast.success("Proposed: a colleague approves it");
    router.push(path);
  });
  const set = (change: Partial<typeof EMPTY>) => {
    setValues({ ...values, ...change });
    // What was seen is what is proposed: another amount is looked at anew.
    if (!("reason" in change)) setPreview(null);
  };
  const fault = (field: string) => send.fault(field) ?? look.fault(field);
  return (
    <form
      noValidate
      className="max-w-2xl space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!preview) return look.submit({ ...asked, corrects: corrected });
        const { reason, expiresOn } = values;
        const others = seenOf(preview.others);
        const proposal = { ...asked, reason, corrects: corrected, others, expiresOn: expiresOn || null };
        send.submit({ ...proposal, requestKey: requestKeyOf(JSON.stringify(proposal)) });
      }}
    >
      <FormError message={send.message ?? look.message} requestId={send.requestId ?? look.requestId} />
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <AccountField
            first={account}
            firstText={accountText}
            onChange={(accountId) => set({ accountId })}
            error={fault("accountId")}
            className="sm:col-span-2"
          />
          <Field label="Credit or tool runs" error={fault("unit")}>
            <Select value={values.unit} onChange={({ target }) => set({ unit: target.value as Unit })}>
              <option value="credit">Credit (ECU)</option>
              <option value="tool_run">Tool runs</option>
            </Select>
          </Field>
          <Field
            label="Amount"
            hint={
              <>
                {kind === "correction" && "With a minus it is taken from the balance. "}
                <LeftToday left={left[values.unit]} unit={values.unit} />
              </>
            }
            error={fault("amount")}
          >
            <Input
              value={values.amount}
              onChange={({ target }) => set({ amount: target.value })}
              inputMode="text"
              autoComplete="off"
            />
          </Field>
          <ReasonField
            value={values.reason}
            onChange={(reason) => set({ reason })}
            error={fault("reason")}
            hint="The customer reads it on the transaction and in the e-mail."
          />
          {kind === "grant" ? (
            <Field label="Last day (UTC)" hint="Empty: it never expires." error={fault("expiresOn")}>
              <DayInput value={values.expiresOn} onChange={(expiresOn) => set({ expiresOn })} />
            </Field>
          ) : (
            <Field
              label="Transaction that it corrects"
              hint="If it is about one."
              error={fault("corrects")}
              className="sm:col-span-2"
            >
              <Input
                value={values.corrects}
                onChange={({ target }) => set({ corrects: target.value })}
                autoComplete="off"
                spellCheck={false}
                className="font-mono"
              />
            </Field>
          )}
        </div>
      </Card>
      {preview && <AmountPreviewCard preview={preview} />}
      <FormFoot>
        <LinkButton href={path}>Cancel</LinkButton>
        <Button type="submit" look="primary" busy={look.busy || send.busy}>
          {preview ? "Propose it" : "Preview"}
        </Button>
      </FormFoot>
    </form>
  );
}

interface Proposal {
  accountId: string;
  unit: Unit;
  amount: string;
  reason: string;
  corrects: string;
  others: string[];
  expiresOn: string | null;
  requestKey: string;
}

const suggestAs = {
  grant: ({ corrects: _corrects, others: _others, ...grant }: Proposal) => suggestGrant(grant),
  correction: ({ expiresOn: _expiresOn, ...correction }: Proposal) => suggestCorrection(correction),
};
