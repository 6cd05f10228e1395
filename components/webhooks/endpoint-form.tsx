"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";
import type { EventType } from "@/lib/webhooks/rules/event-types";
import { TypeChoice } from "./type-choice";

/** What is asked about an endpoint. No types is everything. */
export interface EndpointInput {
  url: string;
  description: string;
  types: EventType[];
}

/** The form of an endpoint, a new one or one that is changed. */
export function EndpointForm<Data>({
  verb,
  initial,
  action,
  onDone,
}: {
  verb: string;
  initial?: EndpointInput;
  action: (input: EndpointInput) => Promise<ActionResult<Data>>;
  onDone: (data: Data) => void;
}) {
  const [types, setTypes] = useState<readonly EventType[] | null>(
    initial && initial.types.length > 0 ? initial.types : null,
  );
  const { submit, busy, fault, message, requestId } = useSubmit(action, onDone);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        submit({
          url: String(sent.get("url")),
          description: String(sent.get("description")),
          types: [...(types ?? [])],
        });
      }}
    >
      <FormError message={message} requestId={requestId} />
      <Field
        label="URL"
        hint="Your system’s address. Messages are posted to it, and it answers 2xx within 15 seconds."
        error={fault("url")}
      >
        <Input
          name="url"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          defaultValue={initial?.url}
          placeholder="https://example.com/hooks/ecu"
        />
      </Field>
      <Field
        label="Description"
        hint="For yourselves, such as “finance’s data warehouse”."
        error={fault("description")}
      >
        <Input name="description" autoComplete="off" maxLength={200} defaultValue={initial?.description} />
      </Field>
      <TypeChoice value={types} onChange={setTypes} error={fault("types")} />
      <FormFoot note={types?.length === 0 && "Choose at least one event."}>
        <Button type="submit" look="primary" busy={busy} disabled={types?.length === 0}>
          {verb}
        </Button>
      </FormFoot>
    </form>
  );
}
