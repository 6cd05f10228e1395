import type { Metadata } from "next";
import { ConfirmAddress } from "@/components/settings/confirm-address";
import { InvitationsTable } from "@/components/settings/invitations-table";
import { InviteForm } from "@/components/settings/invite-form";
import { MembersTable } from "@/components/settings/members-table";
import { ROLE_MEANINGS, ROLE_NAMES } from "@/components/settings/role-options";
import { WhoMayChange } from "@/components/settings/who-may";
import { Card } from "@/components/ui/card";
import { ExportButton } from "@/components/ui/export-button";
import { listInvitations } from "@/lib/accounts/invitations";
import { listMembers } from "@/lib/accounts/members";
import { mayManage, rankOf } from "@/lib/accounts/rules/roles";
import { ROLES } from "@/lib/values/context";
import { pageContext, pagePerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const ctx = await pageContext();
  const { accountId, permissions, actor } = ctx;
  const [person, members, invitations] = await Promise.all([
    pagePerson(),
    listMembers(ctx),
    listInvitations(ctx),
  ]);
  const mayWrite = permissions.has("members:write");
  // The roles that this person may give and take.
  const roles = mayWrite ? ROLES.filter((role) => mayManage(rankOf(actor), [role])) : [];
  return (
    <div className="space-y-5">
      <WhoMayChange what="members and roles" needs="members:write" permissions={permissions} />
      {mayWrite && !person.isProven && <ConfirmAddress email={person.email} />}
      {mayWrite && <InviteForm key={accountId} accountId={accountId} roles={roles} />}
      <Card
        title="Members"
        description={ROLES.map((role) => `${ROLE_NAMES[role]}: ${ROLE_MEANINGS[role]}`).join(". ") + "."}
        actions={<ExportButton href={`/api/v1/members.csv?account=${accountId}`} />}
        flush
      >
        <MembersTable
          accountId={accountId}
          roles={roles}
          members={members.map((member) => ({ ...member, joinedAt: member.joinedAt.toISOString() }))}
        />
      </Card>
      {invitations.length > 0 && (
        <Card title="Open invitations" flush>
          <InvitationsTable
            accountId={accountId}
            mayWrite={mayWrite}
            invitations={invitations.map(({ id, email, role, expiresAt, expired }) => ({
              id,
              email,
              role,
              expired,
              expiresAt: expiresAt.toISOString(),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
