import type { Metadata } from "next";
import { AuditTable } from "@/components/settings/audit-table";
import { NoAccess } from "@/components/settings/no-access";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ExportButton } from "@/components/ui/export-button";
import { listAudit } from "@/lib/accounts/list-audit";
import { listMembers } from "@/lib/accounts/members";
import { listTeams } from "@/lib/accounts/teams";
import { isUuid } from "@/lib/values/ids";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const ctx = await pageContext();
  if (!ctx.permissions.has("audit:read"))
    return <NoAccess what="the audit log" who="Owners, admins and billing members" />;
  const { before } = await searchParams;
  const from = typeof before === "string" && isUuid(before) ? before : null;
  const [{ rows, more }, teams, members] = await Promise.all([
    listAudit(ctx, from),
    listTeams(ctx),
    ctx.permissions.has("members:read") ? listMembers(ctx) : [],
  ]);
  const names = new Map([
    ...teams.map(({ id, name }) => [id, name] as const),
    ...members.map(({ userId, name }) => [userId, name] as const),
  ]);
  const last = rows.at(-1);
  return (
    <Card
      title="Audit log"
      description="Who changed what in this account. The database itself refuses to change or delete an entry."
      actions={<ExportButton href={`/api/v1/audit.csv?account=${ctx.accountId}`} />}
      flush
      footer={
        (from || more) && (
          <>
            {from ? <LinkButton href="/settings/audit">Newest</LinkButton> : <span />}
            {more && last && <LinkButton href={`/settings/audit?before=${last.id}`}>Older</LinkButton>}
          </>
        )
      }
    >
      <AuditTable rows={rows} names={names} />
    </Card>
  );
}
