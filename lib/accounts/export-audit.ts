import { type Context, requirePermission } from "@/lib/values/context";
import { lineOf } from "@/lib/values/csv-cell";
import { requireOrder } from "@/lib/values/day-order";
import { streamOf } from "@/lib/values/stream-of";
import { type AuditFilter, type AuditRow, listAudit } from "./list-audit";

const FIELDS = [
  "createdAt",
  "actorKind",
  "actorName",
  "action",
  "subjectType",
  "subjectId",
  "details",
  "requestId",
  "id",
] as const;
const HEADER = "at,actor_kind,actor,action,subject_type,subject_id,details,request_id,id\n";
const SLICE = 1_000;

/** All of the audit log that a filter leaves as CSV, newest first, slice by slice. @throws Refusal `forbidden`, `invalid_request` */
export function exportAudit(ctx: Context, filter: AuditFilter = {}): ReadableStream<Uint8Array> {
  requirePermission(ctx, "audit:read");
  requireOrder(filter);
  return streamOf(csv(ctx, filter));
}

async function* csv(ctx: Context, filter: AuditFilter): AsyncGenerator<string, void> {
  yield HEADER;
  let before: string | null = null;
  do {
    const page: { rows: AuditRow[]; more: boolean } = await listAudit(ctx, before, filter, SLICE);
    if (page.rows.length > 0) yield page.rows.map((row) => lineOf(FIELDS, row)).join("");
    before = page.more ? (page.rows.at(-1)?.id ?? null) : null;
  } while (before !== null);
}
