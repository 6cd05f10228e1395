import type { Sql } from "@/lib/db/sql";
import type { DeliveryRecord, DeliveryStatus } from "./delivery";

/** Which deliveries; what is not said is not asked for. */
export interface DeliveryFilter {
  /** Null for all that the transaction sees. */
  accountId: string | null;
  id?: string | undefined;
  endpointId?: string | undefined;
  status?: DeliveryStatus | undefined;
  type?: string | undefined;
  /** The last one of the page before. */
  before?: string | undefined;
}

const DELIVERIES = `
SELECT d.account_id, a.name AS account_name, d.id, d.endpoint_id, d.event_id, e.url, e.is_enabled, v.type, v.data,
  d.status, d.attempts, v.occurred_at, d.due_at, d.ended_at, l.status AS last_status, l.error AS last_error
FROM webhook_deliveries d
JOIN webhook_events v ON v.account_id = d.account_id AND v.id = d.event_id
JOIN webhook_endpoints e ON e.account_id = d.account_id AND e.id = d.endpoint_id
JOIN accounts a ON a.id = d.account_id
LEFT JOIN webhook_attempts l ON l.account_id = d.account_id AND l.delivery_id = d.id AND l.no = d.attempts`;

/** Deliveries, newest first. */
export function selectDeliveries(sql: Sql, filter: DeliveryFilter, most: number): Promise<DeliveryRecord[]> {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    if (value === undefined || value === null) return;
    conditions.push(condition(`$${values.push(value)}`));
  };
  where((at) => `d.account_id = ${at}::uuid`, filter.accountId);
  where((at) => `d.id = ${at}::uuid`, filter.id);
  where((at) => `d.endpoint_id = ${at}::uuid`, filter.endpointId);
  where((at) => `d.status = ${at}::webhook_delivery_status`, filter.status);
  where((at) => `v.type = ${at}`, filter.type);
  where(
    (at) =>
      `(d.event_id, d.id) < (SELECT b.event_id, b.id FROM webhook_deliveries b WHERE b.id = ${at}::uuid)`,
    filter.before,
  );
  const all = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  return sql.query(`${DELIVERIES} ${all} ORDER BY d.event_id DESC, d.id DESC LIMIT ${most}`, values);
}
