import type { Context } from "@/lib/values/context";
import { lineOf } from "@/lib/values/csv-cell";
import { streamOf } from "@/lib/values/stream-of";
import type { DeliveryFilter } from "./select-deliveries";
import { type DeliveryPage, listDeliveries, requireReader } from "./read-deliveries";

const FIELDS = [
  "type",
  "status",
  "lastStatus",
  "lastError",
  "attempts",
  "occurredAt",
  "nextAt",
  "endedAt",
  "messageId",
  "id",
] as const;
const HEADER = "type,status,last_status,last_error,attempts,occurred_at,next_at,ended_at,webhook_id,id\n";
const SLICE = 1_000;

/** The log of an endpoint as CSV, newest first, slice by slice. @throws Refusal `forbidden` */
export function exportDeliveries(
  ctx: Context,
  filter: Pick<DeliveryFilter, "endpointId" | "status" | "type">,
): ReadableStream<Uint8Array> {
  requireReader(ctx);
  return streamOf(csv(ctx, filter));
}

async function* csv(
  ctx: Context,
  filter: Pick<DeliveryFilter, "endpointId" | "status" | "type">,
): AsyncGenerator<string, void> {
  yield HEADER;
  let before: string | undefined;
  do {
    const page: DeliveryPage = await listDeliveries(ctx, { ...filter, before }, SLICE);
    if (page.rows.length > 0) yield page.rows.map((row) => lineOf(FIELDS, row)).join("");
    before = page.more ? page.rows.at(-1)?.id : undefined;
  } while (before !== undefined);
}
