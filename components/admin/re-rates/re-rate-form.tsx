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
import { Select } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import type { LeftToday as Left } from "@/lib/backoffice/limits/daily-limit";
import { suggestReRate } from "@/lib/backoffice/re-rates/actions";
import { AccountField } from "../account-picker/account-field";
import { LeftToday } from "../left-today";
import { ReasonField } from "../proposal-fields";

interface Version {
  version: number;
  /** An account's own. */
  isOwn: boolean;
  note: string;
}

/** Which calls are priced anew, by which version, and why. The worker prices them first. */
export function ReRateForm({
  versions,
  account,
  accountText,
  left,
}: {
  versions: readonly Version[];
  /** The one that the link named, and what it named. */
  account: AccountChoice | null;
  accountText: string;
  /** Credit, of the day of who fills it in. */
  left: Left;
}) {
  const router = useRouter();
  const requestKeyOf = useRequestKey();
  const [values, setValues] = useState({
    ...{
      version: String(versions[0]?.version ?? ""),
      accountId: account?.id ?? accountText,
      from: "",
      to: "",
      reason: "",
    },
  });
  const { submit, busy, fault, message, requestId } = useSubmit(suggestReRate, ({ id }) =>
    router.push(`/admin/re-rates/${id}`),
  );
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  return (
    <form
      noValidate
      className="max-w-2xl space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        const { reason, from, to } = values;
        const version = Number(values.version);
        const proposal = { reason, from, to, version, accountId: values.accountId || null };
        submit({ ...proposal, requestKey: requestKeyOf(JSON.stringify(proposal)) });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Card>
        <p className="mb-4 text-sm text-ink-muted">
          Only what differs is posted, and only when another operator has approved what is seen here next. It
          counts against your day. <LeftToday left={left} unit="credit" />
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="First day (UTC)" error={fault("from")}>
            <DayInput value={values.from} onChange={(from) => set({ from })} />
          </Field>
          <Field label="Last day (UTC)" error={fault("to")}>
            <DayInput value={values.to} onChange={(to) => set({ to })} />
          </Field>
          <Field
            label="Priced by"
            hint="A version of an account’s own prices concerns that account alone."
            error={fault("version")}
            className="sm:col-span-2"
          >
            <Select value={values.version} onChange={({ target }) => set({ version: target.value })}>
              {versions.map(({ version, isOwn, note }) => (
                <option key={version} value={version}>
                  {`version ${version}${isOwn ? ", an account’s own" : ""}${note ? `: ${note}` : ""}`.slice(
                    0,
                    120,
                  )}
                </option>
              ))}
            </Select>
          </Field>
          <AccountField
            first={account}
            firstText={accountText}
            onChange={(accountId) => set({ accountId })}
            error={fault("accountId")}
            hint="By name, e-mail or ID. Empty: everybody whom the version concerns."
            className="sm:col-span-2"
          />
          <ReasonField
            value={values.reason}
            onChange={(reason) => set({ reason })}
            error={fault("reason")}
            hint="Customers read it on the transaction and in the e-mail."
          />
        </div>
      </Card>
      <FormFoot>
        <LinkButton href="/admin/re-rates">Cancel</LinkButton>
        <Button type="submit" look="primary" busy={busy}>
          See each customer’s difference
        </Button>
      </FormFoot>
    </form>
  );
}
