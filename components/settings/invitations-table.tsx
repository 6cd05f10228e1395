"use client";

import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import { withdrawInvitation } from "@/lib/accounts/actions";
import type { Role } from "@/lib/values/context";
import { ConfirmDialog } from "./confirm-dialog";
import { ROLE_NAMES } from "./role-options";

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
  expired: boolean;
}

/** Invitations that nobody has answered. */
export function InvitationsTable({
  accountId,
  invitations,
  mayWrite,
}: {
  accountId: string;
  invitations: readonly OpenInvitation[];
  mayWrite: boolean;
}) {
  return (
    <DataTable
      caption="Open invitations"
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "email",
          head: "E-mail",
          narrow: "title",
          cell: ({ email }) => (
            <span className="block truncate" title={email}>
              {email}
            </span>
          ),
        },
        { key: "role", head: "Role", narrow: "value", cell: ({ role }) => <Badge>{ROLE_NAMES[role]}</Badge> },
        {
          key: "expires",
          head: "Expires",
          narrow: "meta",
          cell: ({ expired, expiresAt }) =>
            expired ? <Badge tone="warn">expired: invite again</Badge> : <UtcTime at={expiresAt} short />,
        },
        {
          key: "withdraw",
          head: <span className="sr-only">Withdraw</span>,
          align: "right",
          narrow: "meta-value",
          cell: ({ id, email }) =>
            mayWrite && (
              <ConfirmDialog
                trigger="Withdraw"
                title="Withdraw this invitation?"
                verb="Withdraw"
                done="The invitation is withdrawn"
                run={() => withdrawInvitation({ id }, accountId)}
              >
                The link that {email} was sent stops working.
              </ConfirmDialog>
            ),
        },
      ]}
    />
  );
}
