import { sqlOf, type Tx } from "@/lib/db/transaction";
import { restorableWithin, withoutExpired } from "@/lib/ledger/restorable";
import type { Lot } from "@/lib/ledger/types";
import type { Unit } from "@/lib/values/ids";

/**
 * The grants from which the calls of a re-rate were paid, also after they had run into debt, the last taken first: where a refund puts credit back, so
 * that what was paid for is paid credit again. A grant that has expired takes nothing back: its credit would be lost at once.
 */
export async function burnedBy(
  tx: Tx,
  { accountId, reRateId, unit }: { accountId: string; reRateId: string; unit: Unit },
): Promise<Lot[]> {
  const rows = await sqlOf(tx).query<{ seq: bigint }>(LOWERED, [accountId, reRateId, unit]);
  const taken = { accountId, unit, seqs: rows.map(({ seq }) => seq) };
  return withoutExpired(await restorableWithin(tx, taken), new Date());
}

const LOWERED = `
SELECT t.seq FROM re_rate_events r
JOIN usage_events e ON e.account_id = r.account_id AND e.id = r.event_id
JOIN transactions t ON t.account_id = r.account_id AND t.unit = r.unit AND t.seq BETWEEN e.seq AND e.seq + 1
  AND t.ref_type = 'usage_event' AND t.ref_id = e.id
WHERE r.account_id = $1::uuid AND r.re_rate_id = $2::uuid AND r.unit = $3::wallet_unit AND r.new_charge < r.old_charge`;
