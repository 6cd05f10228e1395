import { type Context, requirePermission } from "@/lib/values/context";
import { lineOf } from "@/lib/values/csv-cell";
import { streamOf } from "@/lib/values/stream-of";
import { type AuditRow, listAudit } from "./list-audit";

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

/** The whole audit log as CSV, newest first, slice by slice. @throws Refusal `forbidden` */
export function exportAudit(ctx: Context): ReadableStream<Uint8Array> {
  requirePermission(ctx, "audit:read");
  return streamOf(csv(ctx));
}

async function* csv(ctx: Context): AsyncGenerator<string, void> {
  yield HEADER;
  let before: string | null = null;
  do {
    const page: { rows: AuditRow[]; more: boolean } = await listAudit(ctx, before, SLICE);
    if (page.rows.length > 0) yield page.rows.map((row) => lineOf(FIELDS, row)).join("");
    before = page.more ? (page.rows.at(-1)?.id ?? null) : null;
  } while (before !== null);
}
