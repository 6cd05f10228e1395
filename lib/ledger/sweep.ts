import { readAcrossAccounts } from "@/lib/db/transaction";
import { systemContext } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import type { Unit } from "@/lib/values/ids";
import { expireHold } from "./holds";
import { post } from "./post";
import { holdOf } from "./records";
import type { HoldRecord } from "./statements/holds";
import type { Hold, OutboxTask } from "./types";

/** Sweepers look without locking, over all accounts, and then act inside each: what another worker did first is a refusal, not an error. */
const MOST_AT_ONCE = 500;

/**
 * Gives back the reservations whose time is over. Returns how many.
 * @param tasksOf what else is left for the worker in the commit that ends one
 */
export async function expireDueHolds(
  tasksOf: (hold: Hold) => Promise<readonly OutboxTask[]> = () => Promise.resolve([]),
): Promise<number> {
  const due = await readAcrossAccounts((sql) =>
    sql.query<HoldRecord>(
      `SELECT * FROM holds WHERE status = 'open' AND kind = 'reservation' AND expires_at <= now() ORDER BY expires_at LIMIT ${MOST_AT_ONCE}`,
    ),
  );
  const ended = await Promise.all(
    due.map(async (record) => {
      try {
        const hold = holdOf(record);
        const ctx = systemContext(record.account_id, "expire holds");
        const { replayed } = await expireHold(ctx, hold, await tasksOf(hold));
        return !replayed;
      } catch (error) {
        if (error instanceof Refusal && ["hold_ended", "conflict"].includes(error.code)) return false;
        throw error;
      }
    }),
  );
  return ended.filter(Boolean).length;
}

/**
 * Writes the expiry of grants whose time is over. Any posting to a wallet does that first; this is for wallets that nobody uses.
 * Returns how many wallets had one.
 */
export async function expireDueGrants(): Promise<number> {
  const due = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; unit: Unit }>(
      `SELECT DISTINCT w.account_id, w.unit FROM grants g JOIN wallets w ON w.account_id = g.account_id AND w.unit = g.unit
       WHERE g.expires_at <= now() AND w.lots @> jsonb_build_array(jsonb_build_object('no', g.no)) LIMIT ${MOST_AT_ONCE}`,
    ),
  );
  // A posting of nothing: the wallet is locked, and what is due expires before it.
  await post(
    due.map(({ account_id: accountId, unit }) => ({
      accountId,
      unit,
      idempotencyKey: "sweep",
      entries: [],
      floor: null,
    })),
  );
  return due.length;
}
