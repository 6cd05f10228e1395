import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId, type Unit } from "@/lib/values/ids";
import { max, min, type Nano, nano, sub, ZERO } from "@/lib/values/money";
import { lotsAt } from "./lots-at";
import { formatAmount } from "./row";
import { byBurnOrder } from "./rules/lots";
import { seqAt } from "./seq-at";
import { backOf } from "./statements/money-back";
import type { GrantOrigin } from "./types";

/** A grant as people and programs see it. Amounts are decimal strings: granted = left + used + withdrawn + expired. */
export interface GrantView {
  no: number;
  origin: GrantOrigin;
  granted: string;
  /** The part that was paid for. */
  paid: string;
  left: string;
  /** Spent; also what paid a debt, and what corrections took. */
  used: string;
  /** Taken back because the money for it was: refunds and disputes of payments, less what came back of them. */
  withdrawn: string;
  expired: string;
  /** Over, it is expired where any of it was, and withdrawn where all of it was. */
  status: "open" | "used" | "withdrawn" | "expired";
  expires_at: string | null;
  granted_at: string;
  /** The row that granted it. */
  transaction_id: string;
  description: string;
}

interface GrantRow {
  no: number;
  origin: GrantOrigin;
  amount: bigint;
  paid: bigint;
  expires_at: Date | null;
  granted_seq: bigint;
  created_at: Date;
  description: string;
  expired: string;
  back: string;
}

/**
 * Every grant that a wallet ever had: first the open ones in the order in which they burn down, then those that are over, newest first. With `at`, as
 * they were at that moment.
 */
export async function listGrants(ctx: Context, unit: Unit, at: Date | null = null): Promise<GrantView[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  return readInAccount(accountId, async (sql) =>
    grantsAt(sql, accountId, unit, at === null ? null : await seqAt(sql, accountId, unit, at)),
  );
}

/** The grants as they were right after a row; null for now. */
export async function grantsAt(
  sql: Sql,
  accountId: string,
  unit: Unit,
  seq: bigint | null,
): Promise<GrantView[]> {
  const last = seq ?? (await lastSeq(sql, accountId, unit));
  const rows = await sql.query<GrantRow>(GRANTS, [accountId, unit, last]);
  const lots = await lotsAt(sql, accountId, unit, last);
  const burning = rows
    .filter(({ no }) => lots.has(no))
    .toSorted((left, right) => byBurnOrder(lotOf(left), lotOf(right)));
  const over = rows.filter(({ no }) => !lots.has(no)).toSorted((left, right) => right.no - left.no);
  return [...burning, ...over].map((row) => viewOf(row, accountId, unit, lots.get(row.no) ?? ZERO));
}

function lotOf({ no, paid, expires_at: expiresAt }: GrantRow) {
  return { no, remaining: ZERO, paid: paid > 0n, expiresAt };
}

function viewOf(row: GrantRow, accountId: string, unit: Unit, left: Nano): GrantView {
  const expired = nano(BigInt(row.expired));
  const amount = nano(row.amount);
  const gone = sub(sub(amount, left), expired);
  // Money that came back while something was owed paid that: so much of what went back was used after all.
  const withdrawn = min(max(ZERO, nano(BigInt(row.back))), gone);
  const used = sub(gone, withdrawn);
  return {
    no: row.no,
    origin: row.origin,
    granted: formatAmount(amount, unit),
    paid: formatAmount(nano(row.paid), unit),
    left: formatAmount(left, unit),
    used: formatAmount(used, unit),
    withdrawn: formatAmount(withdrawn, unit),
    expired: formatAmount(expired, unit),
    status: statusOf({ left, used, withdrawn, expired }),
    expires_at: row.expires_at?.toISOString() ?? null,
    granted_at: row.created_at.toISOString(),
    transaction_id: transactionId({ accountId, unit, seq: row.granted_seq }),
    description: row.description,
  };
}

function statusOf({
  left,
  used,
  withdrawn,
  expired,
}: Record<"left" | "used" | "withdrawn" | "expired", Nano>): GrantView["status"] {
  if (left > 0n) return "open";
  if (expired > 0n) return "expired";
  return withdrawn > 0n && used === ZERO ? "withdrawn" : "used";
}

async function lastSeq(sql: Sql, accountId: string, unit: Unit): Promise<bigint> {
  const [head] = await sql.query<{ seq: bigint }>(
    "SELECT seq FROM wallets WHERE account_id = $1 AND unit = $2::wallet_unit",
    [accountId, unit],
  );
  return head?.seq ?? 0n;
}

const GRANTS = `
SELECT g.no, g.origin, g.amount, g.paid, g.expires_at, g.granted_seq, g.created_at, t.description, coalesce(e.expired, 0)::text AS expired,
  coalesce(w.back, 0)::text AS back
FROM grants g
JOIN transactions t ON t.account_id = g.account_id AND t.unit = g.unit AND t.seq = g.granted_seq
LEFT JOIN (
  SELECT ref_id, -sum(amount) AS expired FROM transactions
  WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND type = 'expiry' AND type <> 'spend' AND ref_type = 'grant' AND seq <= $3::bigint GROUP BY ref_id
) e ON e.ref_id = g.no::text
LEFT JOIN (${backOf("t.seq <= $3::bigint")}
) w ON w.no = g.no
WHERE g.account_id = $1::uuid AND g.unit = $2::wallet_unit AND g.granted_seq <= $3::bigint`;
