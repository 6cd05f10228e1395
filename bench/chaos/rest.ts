import { setTimeout as wait } from "node:timers/promises";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Shop } from "./shop";

const REST_LIMIT_MS = 240_000;
const LOOK_MS = 500;

/** Waits until everything that was under way has ended by itself: webhooks, tasks, charges. What has not is named. */
export async function comeToRest(shop: Shop): Promise<string[]> {
  const deadline = Date.now() + REST_LIMIT_MS;
  for (;;) {
    await shop.flush();
    const left = await readAcrossAccounts((sql) => sql.query<{ what: string }>(UNDER_WAY));
    if (left.length === 0) return [];
    if (Date.now() > deadline) return left.map(({ what }) => `never came to its end: ${what}`);
    await wait(LOOK_MS);
  }
}

// A person who is to authenticate a charge may take their time.
const UNDER_WAY = `
  (SELECT 'event ' || type || ' ' || status || ': ' || outcome AS what FROM stripe_events WHERE status IN ('received', 'failed') LIMIT 10)
  UNION ALL (SELECT 'task ' || task FROM outbox LIMIT 10)
  UNION ALL (SELECT 'hold ' || id FROM holds WHERE status = 'open' AND kind = 'reservation' AND expires_at < now() LIMIT 10)
  UNION ALL (SELECT 'call ' || id FROM gateway_calls WHERE status = 'running' LIMIT 10)
  UNION ALL (SELECT 'recharge ' || id FROM recharge_attempts WHERE status IN ('started', 'processing') LIMIT 10)`;
