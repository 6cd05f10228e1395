"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";
import { slugOf } from "./slug";

interface NewUnit {
  name: string;
  slug: string;
}

/** Makes a team or a project: a name for people, and the word by which usage events name it. */
export function NewUnitForm({
  what,
  create,
  children,
}: {
  what: string;
  create: (unit: NewUnit) => Promise<ActionResult<unknown>>;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [own, setOwn] = useState<string | null>(null);
  const slug = own ?? slugOf(name);
  const { submit, busy, fault, message, requestId, reset } = useSubmit(create, () => {
    toast.success(`${name} is there`);
    setOpen(false);
  });
  const toggle = (next: boolean) => {
    setOpen(next);
    reset();
    setName("");
    setOwn(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button look="primary">New {what}</Button>}
      title={`New ${what}`}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ name, slug });
        }}
      >
        <FormError message={message} requestId={requestId} />
        <Field label="Name" error={fault("name")}>
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
        <Field
          label="Word in usage events"
          hint={`Sent as “${what}”. It never changes.`}
          error={fault("slug")}
        >
          <Input
            value={slug}
            onChange={(event) => setOwn(event.target.value)}
            maxLength={63}
            className="font-mono"
            autoComplete="off"
          />
        </Field>
        {children}
        <FormFoot>
          <Button type="submit" look="primary" busy={busy}>
            Create {what}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
