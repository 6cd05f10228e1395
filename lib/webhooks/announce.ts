import { createHash } from "node:crypto";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import type { EventType } from "./rules/event-types";
import type { EventData } from "./events";

export interface About {
  /** What made it true, within its type: the same cause is announced once, however often it is said. */
  cause?: string;
  /** When it happened; now, unless it is said later. */
  at?: Date;
}

const MOST_OF_CAUSE = 200;

// One statement, which costs a look into an empty list where nobody listens: then there is no event either.
const ANNOUNCE = `
WITH listening AS (
  SELECT id FROM webhook_endpoints
  WHERE account_id = $1::uuid AND is_enabled AND (types = '{}' OR $3 = ANY (types))
), event AS (
  INSERT INTO webhook_events (account_id, id, type, data, cause, occurred_at)
  SELECT $1::uuid, $2::uuid, $3, $4::jsonb, $5, coalesce($6::timestamptz, now()) WHERE EXISTS (SELECT FROM listening)
  ON CONFLICT (account_id, cause) DO NOTHING RETURNING id
)
INSERT INTO webhook_deliveries (account_id, id, endpoint_id, event_id)
SELECT $1::uuid, gen_random_uuid(), listening.id, event.id FROM event, listening RETURNING id`;

/**
 * Tells an account's own systems of what has happened, in the caller's transaction: each endpoint that listens gets it if and only if the
 * transaction commits, at least once and always under the same `webhook-id`. The transaction must see the account.
 * @returns how many endpoints will be told
 */
export async function announce<Type extends EventType>(
  tx: Tx,
  accountId: string,
  type: Type,
  data: EventData<Type>,
  { cause, at }: About = {},
): Promise<number> {
  const id = newId();
  const values = [accountId, id, type, JSON.stringify(data), causeOf(type, cause ?? id), at ?? null];
  return (await sqlOf(tx).query(ANNOUNCE, values)).length;
}

function causeOf(type: EventType, cause: string): string {
  const short =
    cause.length > MOST_OF_CAUSE ? `sha256:${createHash("sha256").update(cause).digest("hex")}` : cause;
  return `${type}:${short}`;
}
