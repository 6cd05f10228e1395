import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Lot } from "@/lib/ledger/types";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";

interface Row {
  no: number;
  burned: string;
  paid: Nano;
  expires_at: Date | null;
}

/**
 * The grants from which the calls of a re-rate were paid, the last taken first: where a refund puts credit back, so that what was paid for is paid
 * credit again. A grant that has expired takes nothing back: its credit would be lost at once.
 */
export async function burnedBy(
  tx: Tx,
  { accountId, reRateId, unit }: { accountId: string; reRateId: string; unit: Unit },
): Promise<Lot[]> {
  const rows = await sqlOf(tx).query<Row>(BURNED, [accountId, reRateId, unit]);
  return rows.map(({ no, burned, paid, expires_at: expiresAt }) => ({
    ...{ no, expiresAt, remaining: nano(BigInt(burned)), paid: paid > 0n },
  }));
}

const BURNED = `
SELECT g.no, (-sum((change.value ->> 1)::numeric))::text AS burned, g.paid, g.expires_at
FROM re_rate_events r
JOIN usage_events e ON e.account_id = r.account_id AND e.id = r.event_id
JOIN transactions t ON t.account_id = r.account_id AND t.unit = r.unit AND t.seq BETWEEN e.seq AND e.seq + 1
  AND t.ref_type = 'usage_event' AND t.ref_id = e.id
CROSS JOIN jsonb_array_elements(t.lots) AS change (value)
JOIN grants g ON g.account_id = r.account_id AND g.unit = r.unit AND g.no = (change.value ->> 0)::int
WHERE r.account_id = $1::uuid AND r.re_rate_id = $2::uuid AND r.unit = $3::wallet_unit AND r.new_charge < r.old_charge
  AND (g.expires_at IS NULL OR g.expires_at > now())
GROUP BY g.no, g.paid, g.expires_at HAVING sum((change.value ->> 1)::numeric) < 0
ORDER BY max(t.seq) DESC`;
