import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";

/** Adds what one share changed to the reports of usage, by the names of its calls, in the transaction that posts it: on the day of its row. */
export async function rollUpShare(
  tx: Tx,
  {
    accountId,
    reRateId,
    unit,
    postedAt,
  }: { accountId: string; reRateId: string; unit: Unit; postedAt: Date },
): Promise<void> {
  await sqlOf(tx).query(ROLL_UP, [accountId, reRateId, unit, postedAt]);
}

const ROLL_UP = `
INSERT INTO re_rate_days (account_id, re_rate_id, unit, posted_on, used_on, feature, operation, model, member, team, project, key_id, mandate, resource, calls, charge)
SELECT r.account_id, r.re_rate_id, r.unit, ($4::timestamptz AT TIME ZONE 'UTC')::date, (e.occurred_at AT TIME ZONE 'UTC')::date,
  e.feature, e.operation, e.model, e.member, e.team, e.project, e.key_id, e.mandate, e.resource, count(*), sum(r.new_charge - r.old_charge)
FROM re_rate_events r JOIN usage_events e ON e.account_id = r.account_id AND e.id = r.event_id
WHERE r.account_id = $1::uuid AND r.re_rate_id = $2::uuid AND r.unit = $3::wallet_unit
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 RETURNING feature`;
