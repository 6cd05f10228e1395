"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, PanelClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import { addKey } from "@/lib/accounts/actions";
import type { Permission } from "@/lib/values/context";
import { METERING_SCOPES, SCOPE_MEANINGS } from "./scopes";

/** Makes a key, and shows it this once. */
export function NewKeyDialog({ accountId, scopes }: { accountId: string; scopes: readonly Permission[] }) {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const toggle = (next: boolean) => {
    setOpen(next);
    setKey(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button look="primary">New API key</Button>}
      title={key ? "Your new key" : "New API key"}
    >
      {key ? <ShownOnce apiKey={key} /> : <KeyForm accountId={accountId} scopes={scopes} onDone={setKey} />}
    </Dialog>
  );
}

function ShownOnce({ apiKey }: { apiKey: string }) {
  return (
    <div className="space-y-4">
      <Banner tone="warn">Copy it now: it is shown this once. Only a hash of it is stored.</Banner>
      <CodeBlock label="API key" code={apiKey} />
      <CodeBlock
        label="Try it"
        code={`curl -H "Authorization: Bearer ${apiKey}" ${window.location.origin}/api/v1/credits/wallet/`}
      />
      <FormFoot>
        <PanelClose asChild>
          <Button look="primary">I have copied it</Button>
        </PanelClose>
      </FormFoot>
    </div>
  );
}

function KeyForm({
  accountId,
  scopes,
  onDone,
}: {
  accountId: string;
  scopes: readonly Permission[];
  onDone: (key: string) => void;
}) {
  const [chosen, setChosen] = useState<readonly Permission[]>(
    METERING_SCOPES.filter((scope) => scopes.includes(scope)),
  );
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: { name: string; scopes: Permission[]; expiresInDays: number | null }) => addKey(input, accountId),
    ({ key }) => onDone(key),
  );
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        submit({
          name: String(sent.get("name")),
          scopes: [...chosen],
          expiresInDays: Number(sent.get("days")) || null,
        });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field label="Name" hint="Where it is used, such as “inference gateway”." error={fault("name")}>
        <Input name="name" maxLength={100} autoComplete="off" />
      </Field>
      <Field label="Expires" error={fault("expiresInDays")}>
        <Select name="days" defaultValue="">
          <option value="">Never</option>
          <option value="30">In 30 days</option>
          <option value="90">In 90 days</option>
          <option value="365">In a year</option>
        </Select>
      </Field>
      <fieldset className="space-y-2">
        <legend className="text-sm font-medium">What it may do</legend>
        {fault("scopes") && (
          <p role="alert" className="text-xs text-bad">
            {fault("scopes")}
          </p>
        )}
        <div className="grid gap-2 sm:grid-cols-2">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              label={SCOPE_MEANINGS[scope]}
              hint={<code className="font-mono">{scope}</code>}
              checked={chosen.includes(scope)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
              }
            />
          ))}
        </div>
      </fieldset>
      <FormFoot>
        <Button type="submit" look="primary" busy={busy}>
          Create key
        </Button>
      </FormFoot>
    </form>
  );
}
