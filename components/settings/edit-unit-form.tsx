"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** Renames a team or a project, archives it or brings it back. */
export function EditUnitForm({
  what,
  name: before,
  archived: wasArchived,
  save,
  children,
}: {
  what: string;
  name: string;
  archived: boolean;
  save: (unit: { name: string; archived: boolean }) => Promise<ActionResult<unknown>>;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(before);
  const [archived, setArchived] = useState(wasArchived);
  const { submit, busy, fault, message, requestId, reset } = useSubmit(save, () => {
    toast.success("Saved");
    setOpen(false);
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        reset();
      }}
      trigger={
        <Button look="row" size="sm" aria-label={`Edit ${before}`}>
          Edit
        </Button>
      }
      title={`Edit ${before}`}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ name, archived });
        }}
      >
        <FormError message={message ?? fault("teamId") ?? null} requestId={requestId} />
        <Field label="Name" error={fault("name")}>
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
        {children}
        <Checkbox
          label="Archived"
          hint={`Usage that names the ${what} is still recorded; it is only out of the way.`}
          checked={archived}
          onChange={(event) => setArchived(event.target.checked)}
        />
        <FormFoot>
          <Button type="submit" look="primary" busy={busy}>
            Save
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
