import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";
import { invalid, notFound } from "@/lib/values/refusal";
import {
  type Attempt,
  type Delivery,
  type DeliveryDetails,
  deliveryOf,
  type DeliveryRecord,
  payloadOf,
} from "./delivery";
import { type DeliveryFilter, selectDeliveries } from "./select-deliveries";

/** A page of the log, and whether there is more. */
export interface DeliveryPage {
  rows: Delivery[];
  more: boolean;
}

/** The account's deliveries of the last 30 days, newest first, a page at a time. They tell what the ledger does: whoever reads them may read that. */
export async function listDeliveries(
  ctx: Context,
  filter: Omit<DeliveryFilter, "accountId" | "id">,
  most = 50,
): Promise<DeliveryPage> {
  requireReader(ctx);
  const { accountId } = ctx;
  const rows = await readInAccount(accountId, (sql) =>
    selectDeliveries(sql, { ...filter, accountId }, most + 1),
  );
  return { rows: rows.slice(0, most).map(deliveryOf), more: rows.length > most };
}

/** Makes sure that a list can go on behind a delivery. @throws Refusal `invalid_request` for one that is not in the endpoint's log, or not any more */
export async function requireCursor(ctx: Context, endpointId: string, before: string): Promise<void> {
  requireReader(ctx);
  const { accountId } = ctx;
  const [row] = await readInAccount(accountId, (sql) =>
    selectDeliveries(sql, { accountId, id: before, endpointId }, 1),
  );
  if (!row) throw invalid("before", "is next of the page before");
}

/** One delivery with what is sent and all of its attempts. @throws Refusal `not_found`, for another account's too */
export async function readDelivery(ctx: Context, id: string, endpointId?: string): Promise<DeliveryDetails> {
  requireReader(ctx);
  const { accountId } = ctx;
  const details = await readInAccount(accountId, async (sql) => {
    const [row] = await selectDeliveries(sql, { accountId, id, endpointId }, 1);
    return row && withHistory(sql, row);
  });
  if (!details) throw notFound("delivery");
  return details;
}

/** Who may say where messages go can have them all sent to themselves. @throws Refusal `forbidden` */
export function requireReader(ctx: Context): void {
  if (!ctx.permissions.has("webhooks:write")) requirePermission(ctx, "ledger:read");
}

/** A delivery with its attempts. */
export async function withHistory(sql: Sql, row: DeliveryRecord): Promise<DeliveryDetails> {
  const history = await sql.query<Attempt>(
    `SELECT no, at, took_ms AS "tookMs", status, error, answer FROM webhook_attempts
     WHERE account_id = $1::uuid AND delivery_id = $2::uuid ORDER BY no DESC LIMIT 100`,
    [row.account_id, row.id],
  );
  return { ...deliveryOf(row), body: payloadOf(row), history };
}
