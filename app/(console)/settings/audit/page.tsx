import type { Metadata } from "next";
import { actorInWords } from "@/components/settings/actor-words";
import { AuditFilters } from "@/components/settings/audit-filters";
import { AUDIT_FILTERS, auditAsked } from "@/components/settings/audit-query";
import { AuditTable } from "@/components/settings/audit-table";
import { NoAccess } from "@/components/settings/no-access";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listActors, listAudit } from "@/lib/accounts/list-audit";
import { listMembers } from "@/lib/accounts/members";
import { listTeams } from "@/lib/accounts/teams";
import { daysOfQuery } from "@/lib/values/display/date-presets";
import { isUuid } from "@/lib/values/ids";
import { utcDay } from "@/lib/values/time";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../../search-params";

export const metadata: Metadata = { title: "Audit log" };

const PATH = "/settings/audit";

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  if (!ctx.permissions.has("audit:read"))
    return <NoAccess what="the audit log" who="Owners, admins and billing members" />;
  const before = search.before && isUuid(search.before) ? search.before : null;
  const days = daysOfQuery(search, utcDay(new Date()));
  const asked = auditAsked(search, days);
  const [{ rows, more }, actors, teams, members] = await Promise.all([
    listAudit(ctx, before, asked),
    listActors(ctx),
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
      flush
      footer={
        (before || more) && (
          <>
            {before ? <LinkButton href={hrefOf(search, null)}>Newest</LinkButton> : <span />}
            {more && last && <LinkButton href={hrefOf(search, last.id)}>Older</LinkButton>}
          </>
        )
      }
    >
      <div className="border-b px-5 py-4">
        <AuditFilters
          actors={actors.map(({ id, kind, name }) => ({ id, ...actorInWords(kind, name) }))}
          actor={asked.actor}
          kind={asked.kind}
          days={days}
          csvHref={`/api/v1/audit.csv?${new URLSearchParams({ ...asked, account: ctx.accountId }).toString()}`}
        />
      </div>
      <AuditTable rows={rows} names={names} isFiltered={Object.keys(asked).length > 0} />
    </Card>
  );
}

/** The same choice, from another entry on. */
function hrefOf(search: Record<string, string>, before: string | null) {
  const query = new URLSearchParams(
    AUDIT_FILTERS.flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  );
  if (before) query.set("before", before);
  const text = query.toString();
  return (text ? `${PATH}?${text}` : PATH) as "/";
}
