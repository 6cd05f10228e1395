import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { streamOf } from "@/lib/values/stream-of";
import { cell } from "@/lib/values/csv-cell";
import { type EventsAsked, listUsageEvents } from "./usage-events";
import type { EventAnswer } from "./schema-events";

const SLICE = 5_000;

const TEXTS = [
  "id",
  "occurred_at",
  "received_at",
  "category",
  "feature",
  "type",
  "provider",
  "model",
  "member",
  "team",
  "project",
  "key",
  "mandate",
  "resource",
] as const;
const NUMBERS = [
  "input_tokens",
  "output_tokens",
  "cached_input_tokens",
  "unit",
  "charge",
  "cost_usd",
] as const;

/** Usage events as CSV, in the order of their list, slice by slice: memory stays flat however many there are. @throws Refusal `forbidden`, `invalid_request` */
export function exportUsageEvents(ctx: Context, asked: EventsAsked): ReadableStream<Uint8Array> {
  requirePermission(ctx, "usage:read");
  requireOrder(asked);
  return streamOf(csv(ctx, asked));
}

async function* csv(ctx: Context, asked: EventsAsked): AsyncGenerator<string, void> {
  yield `${[...TEXTS, ...NUMBERS, "transaction_id"].join(",")}\n`;
  let before: string | undefined;
  do {
    const { rows, next } = await listUsageEvents(ctx, asked, { before, limit: SLICE });
    if (rows.length > 0) yield rows.map(lineOf).join("");
    before = next ?? undefined;
  } while (before !== undefined);
}

function lineOf(event: EventAnswer): string {
  const texts = TEXTS.map((name) => cell(event[name]));
  const numbers = NUMBERS.map((name) => String(event[name]));
  return `${[...texts, ...numbers, event.transaction_id ?? ""].join(",")}\n`;
}
