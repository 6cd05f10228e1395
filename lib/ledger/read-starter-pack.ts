import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { formatAmount } from "./row";

/** One wallet's share of what an account was opened with. Amounts are decimal strings. */
export interface StarterGrant {
  unit: Unit;
  amount: string;
  remaining: string;
  expires_at: string | null;
  transaction_id: string;
}

interface Row {
  unit: Unit;
  amount: bigint;
  remaining: string;
  expires_at: Date | null;
  granted_seq: bigint;
}

/** The free credit that the account was opened with, and what is left of it; none for an account that was opened without. */
export async function readStarterPack(ctx: Context): Promise<StarterGrant[]> {
  requirePermission(ctx, "ledger:read");
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<Row>(
      `SELECT g.unit, g.amount, g.expires_at, g.granted_seq, coalesce((
         SELECT lot ->> 'remaining' FROM jsonb_array_elements(w.lots) AS lot WHERE (lot ->> 'no')::int = g.no), '0') AS remaining
       FROM transactions t
       JOIN grants g ON g.account_id = t.account_id AND g.unit = t.unit AND g.granted_seq = t.seq
       JOIN wallets w ON w.account_id = g.account_id AND w.unit = g.unit
       WHERE t.account_id = $1 AND t.idempotency_key IN ('starter:credit', 'starter:tool_run') ORDER BY g.unit`,
      [ctx.accountId],
    ),
  );
  return rows.map(({ unit, amount, remaining, expires_at, granted_seq: seq }) => ({
    unit,
    amount: formatAmount(nano(amount), unit),
    remaining: formatAmount(nano(BigInt(remaining)), unit),
    expires_at: expires_at?.toISOString() ?? null,
    transaction_id: transactionId({ accountId: ctx.accountId, unit, seq }),
  }));
}
