"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { invite } from "@/lib/accounts/actions";
import type { Role } from "@/lib/values/context";
import { RoleOptions } from "./role-options";

/** Invites someone by e-mail. */
export function InviteForm({ accountId, roles }: { accountId: string; roles: readonly Role[] }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: { email: string; role: Role }) => invite(input, accountId),
    () => {
      toast.success("The invitation is on its way");
      form.current?.reset();
    },
  );
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        const role = roles.find((one) => one === sent.get("role")) ?? "member";
        submit({ email: String(sent.get("email")), role });
      }}
    >
      <Card title="Invite someone" description="They get a link by e-mail that works once, for seven days.">
        <FormError message={message} requestId={requestId} />
        <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]">
          <Field label="E-mail" error={fault("email")}>
            <Input name="email" type="email" autoComplete="off" />
          </Field>
          <Field label="Role" error={fault("role")}>
            <Select name="role" defaultValue="member">
              <RoleOptions roles={roles} />
            </Select>
          </Field>
          <Button type="submit" look="primary" busy={busy} className="sm:mt-6.5">
            Invite
          </Button>
        </div>
      </Card>
    </form>
  );
}
