"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { saveProviderKey } from "@/lib/gateway/actions";
import { PROVIDERS, type ProviderSlug } from "@/lib/gateway/rules/providers";

interface ProviderKeyProps {
  accountId: string;
  /** The key in use that is to be replaced; none for a new one. */
  replaces?: { provider: string; name: string };
  /** Providers that have a key already: another one takes its place. */
  taken: ReadonlySet<string>;
}

/** Takes a key of a model provider, or another one in its place. What is typed goes to the server and never comes back. */
export function ProviderKeyDialog({ accountId, replaces, taken }: ProviderKeyProps) {
  const [open, setOpen] = useState(false);
  const provider = PROVIDERS.find(({ slug }) => slug === replaces?.provider);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        replaces ? (
          <Button look="row" size="sm" aria-label={`Replace ${replaces.name}`}>
            Replace
          </Button>
        ) : (
          <Button look="primary">Add a key</Button>
        )
      }
      title={replaces ? `Replace the key of ${provider?.name ?? replaces.provider}` : "Add a provider key"}
      description="It is encrypted before it is stored, and shown nowhere again: only its last four characters."
    >
      <ProviderKeyForm
        accountId={accountId}
        {...(replaces && { replaces })}
        taken={taken}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}

function ProviderKeyForm({ accountId, replaces, taken, onDone }: ProviderKeyProps & { onDone: () => void }) {
  const first =
    PROVIDERS.find(({ slug }) => slug === replaces?.provider) ??
    PROVIDERS.find(({ slug }) => !taken.has(slug));
  const [slug, setSlug] = useState<ProviderSlug>(first?.slug ?? "openrouter");
  const [name, setName] = useState(replaces?.name ?? "");
  const [key, setKey] = useState("");
  const provider = PROVIDERS.find((one) => one.slug === slug);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof saveProviderKey>[0]) => saveProviderKey(input, accountId),
    () => {
      toast.success(`Calls through ${provider?.name ?? slug} use this key now`);
      onDone();
    },
  );
  return (
    <form
      noValidate
      className="space-y-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ provider: slug, name: name.trim() || (provider?.name ?? slug), key: key.trim() });
      }}
    >
      <FormError message={message} requestId={requestId} />
      {!replaces && (
        <Field
          label="Provider"
          error={fault("provider")}
          hint={taken.has(slug) ? "It has a key already; this one takes its place at once." : undefined}
        >
          <Select
            value={slug}
            onChange={({ target }) =>
              setSlug(PROVIDERS.find((one) => one.slug === target.value)?.slug ?? slug)
            }
          >
            {PROVIDERS.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Key" hint={provider?.keyHint} error={fault("key")}>
        <Input
          type="password"
          autoComplete="off"
          spellCheck={false}
          data-1p-ignore
          value={key}
          onChange={({ target }) => setKey(target.value)}
          maxLength={500}
          className="font-mono"
        />
      </Field>
      <Field label="Name" hint="For yourselves, such as “billing team’s OpenAI”." error={fault("name")}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={100}
          placeholder={provider?.name}
        />
      </Field>
      <FormFoot>
        <Button type="submit" look="primary" busy={busy} disabled={key.trim() === ""}>
          {replaces ? "Replace key" : "Add key"}
        </Button>
      </FormFoot>
    </form>
  );
}
