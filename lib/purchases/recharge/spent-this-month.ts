import { sqlOf, type Tx } from "@/lib/db/transaction";

/** Cents that auto-recharge has charged in the UTC month of now, with what it is charging. */
export async function spentThisMonth(tx: Tx, accountId: string): Promise<bigint> {
  const [row] = await sqlOf(tx).query<{ cents: bigint }>(
    `SELECT coalesce(sum(amount_cents), 0)::bigint AS cents FROM recharge_attempts
     WHERE account_id = $1::uuid AND status NOT IN ('declined', 'canceled')
       AND created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`,
    [accountId],
  );
  return row?.cents ?? 0n;
}
