import { report } from "@/lib/db/report";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { addDays, startOfDay, type UtcDay } from "@/lib/values/time";
import { detailsRead } from "./audit-details";
import { type DeedKind, thingsOf } from "./rules/deed-kinds";

export interface AuditRow {
  id: string;
  createdAt: Date;
  actorKind: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  details: unknown;
  requestId: string;
}

/** What is looked for in the audit log; all of it where nothing is said. */
export interface AuditFilter {
  /** Who did it, by the id of `listActors`. */
  actor?: string | undefined;
  kind?: DeedKind | undefined;
  /** The first and the last day. */
  from?: UtcDay | undefined;
  to?: UtcDay | undefined;
}

/** The audit log, newest first, a page at a time; `before` is the last id of the page before. */
export async function listAudit(
  ctx: Context,
  before: string | null,
  filter: AuditFilter = {},
  most = 50,
): Promise<{ rows: AuditRow[]; more: boolean }> {
  requirePermission(ctx, "audit:read");
  const { actor, kind, from, to } = filter;
  const asked = [actor, kind && thingsOf(kind), from && startOfDay(from), to && startOfDay(addDays(to, 1))];
  // The newest of all are the first of the key; what is looked for may be far back.
  const read = asked.some((one) => one !== undefined) ? report : readInAccount;
  const values = [ctx.accountId, before, most + 1, ...asked.map((one) => one ?? null)];
  const rows = await read(ctx.accountId, (sql) => sql.query<AuditRow>(ROWS, values));
  return { rows: rows.slice(0, most), more: rows.length > most };
}

/** What Ecu does by itself has many names in the log, and is one doer to people. */
const DOER = `CASE d.actor_kind WHEN 'system' THEN 'system' ELSE d.actor_id END`;

const ROWS = `
SELECT d.id, d.created_at AS "createdAt", d.actor_kind AS "actorKind", d.actor_name AS "actorName", d.action,
  d.subject_type AS "subjectType", d.subject_id AS "subjectId", ${detailsRead("d.subject_id")} AS details, d.request_id AS "requestId"
FROM audit_log d WHERE d.account_id = $1::uuid AND ($2::uuid IS NULL OR d.id < $2)
  AND ($4::text IS NULL OR ${DOER} = $4) AND ($5::text[] IS NULL OR split_part(d.action, '.', 1) = ANY ($5))
  AND ($6::timestamptz IS NULL OR d.created_at >= $6) AND ($7::timestamptz IS NULL OR d.created_at < $7)
ORDER BY d.id DESC LIMIT $3::int`;

/** Who stands in the log, under the name of their last deed. */
export interface AuditActor {
  /** Of the member, operator or key; `system` is Ecu itself. */
  id: string;
  kind: string;
  name: string;
}

/** Whoever did something in the account, also those who have left. */
export async function listActors(ctx: Context): Promise<AuditActor[]> {
  requirePermission(ctx, "audit:read");
  return report(ctx.accountId, (sql) => sql.query<AuditActor>(ACTORS, [ctx.accountId]));
}

const ACTORS = `
SELECT id, kind, name FROM (
  SELECT DISTINCT ON (${DOER}) ${DOER} AS id, d.actor_kind AS kind, d.actor_name AS name FROM audit_log d
  WHERE d.account_id = $1::uuid ORDER BY ${DOER}, d.id DESC
) AS actors ORDER BY lower(name), id`;
