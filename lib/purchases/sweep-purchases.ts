import { acrossAccounts, readAcrossAccounts } from "@/lib/db/transaction";
import { settleCheckout } from "./settle-checkout";
import { isMissing, stripeMode } from "./stripe";

const MOST_AT_ONCE = 100;

/**
 * Asks Stripe about purchases of which nothing was heard: the webhook may be lost and the tab closed. Often at first, later every ten
 * minutes. Returns how many were asked about.
 */
export async function sweepPurchases(): Promise<number> {
  if (stripeMode() === null) return 0;
  const waiting = await readAcrossAccounts((sql) =>
    sql.query<{ checkout_session_id: string }>(
      `SELECT checkout_session_id FROM purchases
       WHERE status IN ('open', 'processing') AND checkout_session_id IS NOT NULL AND created_at < now() - interval '1 minute'
         AND (created_at > now() - interval '30 minutes' OR floor(extract(epoch FROM now() - created_at) / 60)::int % 10 = 0)
       ORDER BY created_at DESC LIMIT ${MOST_AT_ONCE}`,
    ),
  );
  const faults: unknown[] = [];
  for (const { checkout_session_id: id } of waiting)
    await settleCheckout(id).catch((error: unknown) => {
      // A session of other keys: nobody will hear of it any more.
      if (!isMissing(error)) faults.push(error);
    });
  await expireUnbegun();
  // One that cannot be asked about keeps no other waiting.
  if (faults.length > 0) throw faults[0];
  return waiting.length;
}

/** A checkout lives for a day. What never got one by then, or is of a Stripe that we no longer use, is over. */
async function expireUnbegun(): Promise<void> {
  await acrossAccounts((tx) =>
    tx.purchase.updateMany({
      where: { status: "open", createdAt: { lt: new Date(Date.now() - 2 * 86_400_000) } },
      data: { status: "expired", endedAt: new Date() },
    }),
  );
}
