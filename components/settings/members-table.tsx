"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { UtcTime } from "@/components/ui/utc-time";
import { useSubmit } from "@/components/ui/use-submit";
import { endMembership, saveRole } from "@/lib/accounts/actions";
import type { MemberRow } from "@/lib/accounts/members";
import type { Role } from "@/lib/values/context";
import { ConfirmDialog } from "./confirm-dialog";
import { ROLE_NAMES, RoleOptions } from "./role-options";

/** A member with the date as text, as it crosses to the browser. */
export type Member = Omit<MemberRow, "joinedAt"> & { joinedAt: string };

/** The people of an account; with their roles to change, for who may. */
export function MembersTable({
  accountId,
  members,
  roles,
}: {
  accountId: string;
  members: readonly Member[];
  roles: readonly Role[];
}) {
  const manageable = (member: Member) => roles.includes(member.role);
  return (
    <DataTable
      caption="Members"
      rows={members}
      rowKey={({ userId }) => userId}
      columns={[
        {
          key: "person",
          head: "Person",
          narrow: "title",
          // As wide as the others leave it: a long name is cut, and not the choice of the role.
          className: "wide:w-full wide:max-w-0 narrow:col-span-3",
          cell: (member) => (
            <span className="block min-w-0 py-1.5">
              <span className="block truncate font-medium" title={member.name}>
                {member.name} {member.self && <Badge className="ml-1">you</Badge>}
              </span>
              <span className="block truncate text-xs text-ink-muted" title={member.email}>
                {member.email}
              </span>
            </span>
          ),
        },
        {
          key: "role",
          head: "Role",
          narrow: "value",
          // Where there is little room, on one line with the button, whose place is free in the rows that have none.
          className: "wide:min-w-36 narrow:row-start-2",
          cell: (member) =>
            manageable(member) ? (
              <RoleSelect accountId={accountId} member={member} roles={roles} />
            ) : (
              <Badge>{ROLE_NAMES[member.role]}</Badge>
            ),
        },
        {
          key: "teams",
          head: "Teams",
          narrow: "meta",
          className: "narrow:self-center",
          cell: ({ teams }) =>
            teams.map(({ name }) => name).join(", ") || <span className="narrow:hidden">—</span>,
        },
        { key: "joined", head: "Joined (UTC)", cell: ({ joinedAt }) => <UtcTime column at={joinedAt} /> },
        {
          key: "remove",
          head: <span className="sr-only">Remove</span>,
          align: "right",
          narrow: "meta-value",
          className: "narrow:col-span-1",
          cell: (member) =>
            manageable(member) && !member.self ? (
              <RemoveMember accountId={accountId} member={member} />
            ) : null,
        },
      ]}
    />
  );
}

function RoleSelect({
  accountId,
  member,
  roles,
}: {
  accountId: string;
  member: Member;
  roles: readonly Role[];
}) {
  const save = async (role: Role) => {
    const result = await saveRole({ userId: member.userId, role }, accountId);
    if (!result.ok) toast.error(result.message);
    return result;
  };
  const { submit, busy } = useSubmit(save, () => toast.success(`${member.name} has another role now`));
  return (
    <Select
      key={member.role}
      aria-label={`Role of ${member.name}`}
      defaultValue={member.role}
      disabled={busy}
      onChange={(event) => {
        const role = roles.find((one) => one === event.target.value);
        if (role) submit(role);
      }}
    >
      <RoleOptions roles={roles} />
    </Select>
  );
}

function RemoveMember({ accountId, member }: { accountId: string; member: Member }) {
  const [revokeKeys, setRevokeKeys] = useState(true);
  return (
    <ConfirmDialog
      trigger="Remove"
      title={`Remove ${member.name}?`}
      verb="Remove"
      done={`${member.name} is no longer a member`}
      run={() => endMembership({ userId: member.userId, revokeKeys }, accountId)}
    >
      <p>They lose access at once. What they used stays in the books under their name.</p>
      <Checkbox
        label="Also revoke the API keys that they created"
        hint="Services that use them stop at once. Without this, the keys go on working."
        checked={revokeKeys}
        onChange={(event) => setRevokeKeys(event.target.checked)}
      />
    </ConfirmDialog>
  );
}
