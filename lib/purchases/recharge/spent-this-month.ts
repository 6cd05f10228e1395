import { sqlOf, type Tx } from "@/lib/db/transaction";

/** Cents that auto-recharge has charged in the UTC month of now, with what it is charging, and what of them is not paid yet. */
export async function spentThisMonth(
  tx: Tx,
  accountId: string,
): Promise<{ cents: bigint; openCents: bigint }> {
  const [row] = await sqlOf(tx).query<{ cents: bigint; open: bigint }>(
    `SELECT coalesce(sum(amount_cents), 0)::bigint AS cents,
       coalesce(sum(amount_cents) FILTER (WHERE status <> 'succeeded'), 0)::bigint AS open
     FROM recharge_attempts
     WHERE account_id = $1::uuid AND status NOT IN ('declined', 'canceled')
       AND created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`,
    [accountId],
  );
  return { cents: row?.cents ?? 0n, openCents: row?.open ?? 0n };
}
