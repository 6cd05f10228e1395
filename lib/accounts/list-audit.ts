import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { detailsRead } from "./audit-details";

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

/** The audit log, newest first, a page at a time; `before` is the last id of the page before. */
export async function listAudit(
  ctx: Context,
  before: string | null,
  most = 50,
): Promise<{ rows: AuditRow[]; more: boolean }> {
  requirePermission(ctx, "audit:read");
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<AuditRow>(ROWS, [ctx.accountId, before, most + 1]),
  );
  return { rows: rows.slice(0, most), more: rows.length > most };
}

const ROWS = `
SELECT d.id, d.created_at AS "createdAt", d.actor_kind AS "actorKind", d.actor_name AS "actorName", d.action,
  d.subject_type AS "subjectType", d.subject_id AS "subjectId", ${detailsRead("d.subject_id")} AS details, d.request_id AS "requestId"
FROM audit_log d WHERE d.account_id = $1::uuid AND ($2::uuid IS NULL OR d.id < $2) ORDER BY d.id DESC LIMIT $3::int`;
