import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";

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
  const rows = await inAccount(ctx.accountId, (tx) =>
    tx.auditEntry.findMany({
      where: { accountId: ctx.accountId, ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: most + 1,
      omit: { accountId: true, actorId: true },
    }),
  );
  return { rows: rows.slice(0, most), more: rows.length > most };
}
