import { readInAccount } from "@/lib/db/transaction";
import { pastEvents, type Window, withCard } from "@/lib/metering/drafts/past-events";
import { Repricer } from "@/lib/metering/drafts/reprice";
import { tariffsOf } from "@/lib/metering/rate-cards";
import type { LoadedCard } from "@/lib/metering/rules/price-event";
import type { Unit } from "@/lib/values/ids";
import { CORRECTED } from "./corrected";

/** A call whose price would be another. */
export interface ChangedCall {
  eventId: string;
  unit: Unit;
  oldCharge: bigint;
  newCharge: bigint;
}

/** A page of an account's calls, priced again. */
export interface PricedPage {
  changed: ChangedCall[];
  /** By wallet: the calls that were looked at, and those of them that stay as they are because nothing else can be said of them. */
  calls: ReadonlyMap<Unit, { calls: bigint; leftOut: bigint }>;
}

/**
 * Prices an account's past calls by another card, page by page, as of one moment. What was re-rated before or put right by a
 * correction is not touched again; what the card has no price for, or would charge to the other wallet, stays as it is; so does what the platform priced itself, and the time of instances.
 */
export function priceAgain(
  accountId: string,
  card: LoadedCard,
  window: Window,
  onPage: (page: PricedPage) => Promise<void>,
): Promise<void> {
  return readInAccount(accountId, async (sql) => {
    const repricer = new Repricer();
    for await (const rows of pastEvents(sql, accountId, window)) {
      const times = rows.map(({ occurredAt }) => occurredAt);
      const tariffAt = await tariffsOf(accountId, times);
      const done = await sql.query<{ event_id: string }>(
        `SELECT event_id FROM re_rate_events WHERE account_id = $1::uuid AND is_posted AND event_id = ANY ($2::text[])
         UNION SELECT event_id FROM (${CORRECTED}) c WHERE event_id = ANY ($2::text[])`,
        [accountId, rows.map(({ id }) => id)],
      );
      const before = new Set(done.map(({ event_id: id }) => id));
      const changed: ChangedCall[] = [];
      const calls = new Map<Unit, { calls: bigint; leftOut: bigint }>();
      for (const row of rows) {
        if (row.pricedBy === "caller") continue;
        const priced = repricer.price(withCard(tariffAt(row.occurredAt), card), row);
        if (row.occurredAt < window.countFrom) continue;
        const count = calls.get(row.unit) ?? { calls: 0n, leftOut: 0n };
        calls.set(row.unit, count);
        count.calls += 1n;
        if (before.has(row.id) || "code" in priced || priced.charge.unit !== row.unit) count.leftOut += 1n;
        else if (priced.charge.charge !== row.charge)
          changed.push({
            ...{ eventId: row.id, unit: row.unit },
            ...{ oldCharge: row.charge, newCharge: priced.charge.charge },
          });
      }
      await onPage({ changed, calls });
    }
  });
}
