import type { Sql } from "@/lib/db/sql";
import { type Nano, nano } from "@/lib/values/money";
import type { Change, GrantFacts, Movement } from "./rules/pools";

/** All that moved in some accounts before a moment, and the grants that it moved in. */
export interface Changes {
  changes: Change[];
  grants: GrantFacts[];
  /** What the ledger says: the balance after the last row before the moment. */
  balances: Map<string, Nano>;
}

interface ChangeRow {
  account_id: string;
  month: string;
  no: number;
  movement: Movement;
  amount: string;
}

interface GrantRow {
  account_id: string;
  no: number;
  origin: GrantFacts["origin"];
  amount: Nano;
  paid: Nano;
  created_at: Date;
  expires_at: Date | null;
  net_cents: bigint | null;
  credits: Nano | null;
}

/** Reads the rows of some accounts by month, reason and grant. Every nano-credit of every row is in exactly one change. */
export async function readChanges(sql: Sql, accounts: readonly string[], before: Date): Promise<Changes> {
  const rows = await sql.query<ChangeRow>(CHANGES, [accounts, before]);
  const grants = await sql.query<GrantRow>(
    `SELECT g.account_id, g.no, g.origin, g.amount, g.paid, g.created_at, g.expires_at, p.net_cents, p.credits
     FROM grants g LEFT JOIN payments p ON p.account_id = g.account_id AND p.seq = g.granted_seq
     WHERE g.account_id = ANY ($1::uuid[]) AND g.unit = 'credit' AND g.created_at < $2`,
    [accounts, before],
  );
  const balances = await sql.query<{ account_id: string; balance: Nano }>(
    `SELECT w.account_id, l.balance_after AS balance FROM wallets w
     CROSS JOIN LATERAL (SELECT balance_after FROM transactions t
       WHERE t.account_id = w.account_id AND t.unit = w.unit AND t.created_at < $2 ORDER BY t.unit DESC, t.seq DESC LIMIT 1) l
     WHERE w.account_id = ANY ($1::uuid[]) AND w.unit = 'credit'`,
    [accounts, before],
  );
  return {
    changes: rows.map(({ account_id: accountId, amount, ...row }) => ({
      ...row,
      accountId,
      amount: nano(BigInt(amount)),
    })),
    grants: grants.map(({ account_id: accountId, net_cents: netCents, credits, ...grant }) => ({
      ...{ accountId, no: grant.no, origin: grant.origin, amount: grant.amount, paid: grant.paid },
      ...{ createdAt: grant.created_at, expiresAt: grant.expires_at },
      price: netCents === null || credits === null ? null : { netCents, credits },
    })),
    balances: new Map(balances.map(({ account_id: id, balance }) => [id, balance])),
  };
}

// Money moved where a payment stands behind the row, and the row is not one that a platform wrote: that moves no money.
const PAID = "EXISTS (SELECT 1 FROM payments p WHERE p.account_id = t.account_id AND p.seq = t.seq)";
const OF_PAYMENT = `t.ref_type IN ('payment_intent', 'invoice') AND t.source <> 'api'
    AND EXISTS (SELECT 1 FROM payments p WHERE p.account_id = t.account_id AND t.ref_id IN (p.id, p.invoice_id))`;

/** Why a row `t` moves credit. What a platform adds back is use; what it takes because of a refund or a dispute was paid, and went back, elsewhere. */
export const MOVEMENT = `CASE
  WHEN t.type IN ('topup', 'auto_recharge', 'contract_grant') THEN CASE WHEN ${PAID} THEN 'sold' ELSE 'elsewhere' END
  WHEN t.type IN ('bonus', 'bonus_grant') THEN 'granted'
  WHEN t.type = 'expiry' THEN 'expired'
  WHEN t.type = 'dispute' THEN CASE WHEN ${OF_PAYMENT} THEN 'disputed' ELSE 'elsewhere' END
  WHEN t.type = 'admin_correction' THEN 'corrected'
  WHEN t.type = 'refund' AND ${OF_PAYMENT} THEN 'refunded'
  WHEN t.type = 'refund' THEN CASE WHEN t.amount < 0 THEN 'elsewhere' ELSE 'returned' END
  ELSE 'used' END`;

const OF = `t.account_id = ANY ($1::uuid[]) AND t.unit = 'credit' AND t.created_at < $2`;
const MONTH = "to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM')";

// What a row changed in grants, and beside them what it changed in debt: together its amount.
const CHANGES = `
SELECT t.account_id, ${MONTH} AS month, ${MOVEMENT} AS movement, (c.value ->> 0)::int AS no, sum((c.value ->> 1)::numeric)::text AS amount
FROM transactions t CROSS JOIN LATERAL jsonb_array_elements(t.lots) AS c (value) WHERE ${OF} GROUP BY 1, 2, 3, 4
UNION ALL
SELECT t.account_id, ${MONTH}, ${MOVEMENT}, 0, sum(least(t.balance_after, 0)::numeric - least(t.balance_before, 0))::text
FROM transactions t WHERE ${OF} AND (t.balance_after < 0 OR t.balance_before < 0) GROUP BY 1, 2, 3`;
