import type { Sql } from "@/lib/db/sql";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import type { TransactionType } from "@/lib/ledger/types";
import { parseTransactionId, type Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import type { Named } from "./rules/named";
import { type Other, seenOf } from "./rules/seen";

interface Row {
  id: string;
  kind: Other["kind"];
  amount: bigint;
  is_posted: boolean;
  by: string;
  at: Date;
}

/** Everything else about a row that waits or is posted, the oldest first; nothing for what is no row of the account. */
export async function othersAbout(
  sql: Sql,
  { accountId, id = null, corrects }: { accountId: string; id?: string | null; corrects: string },
): Promise<Other[]> {
  const key = parseTransactionId(corrects);
  if (key?.accountId !== accountId) return [];
  const rows = await sql.query<Row>(OTHERS, [accountId, key.unit, key.seq, corrects, id]);
  return rows.map(({ amount, is_posted: isPosted, at, ...row }) => ({
    ...row,
    isPosted,
    amount: formatAmount(nano(amount), key.unit),
    at: at.toISOString(),
  }));
}

/**
 * Refuses what would give the same charge back once more unless who asks has seen all others. Locks the wallet: of two at the same moment
 * the second one sees the first. @throws Refusal `conflict`
 */
export async function requireSeen(
  tx: Tx,
  about: { accountId: string; unit: Unit; id: string; corrects: string },
  seen: readonly string[],
): Promise<void> {
  if (about.corrects === "") return;
  const sql = sqlOf(tx);
  await sql.query(
    "SELECT seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE",
    [about.accountId, about.unit],
  );
  const unseen = (await othersAbout(sql, about)).filter((other) => !seen.includes(seenOf([other])[0] ?? ""));
  const [first] = unseen;
  if (!first) return;
  const what = first.kind === "re_rate" ? "A re-rate of its call" : "A correction";
  throw new Refusal(
    "conflict",
    `${what} by ${first.amount} was ${first.isPosted ? "posted" : "proposed"} for this transaction already, by ${first.by}. Look at it, and then at this again.`,
  );
}

interface NamedRow {
  seq: bigint;
  type: TransactionType;
  amount: Nano;
  description: string;
  created_at: Date;
}

/** The row of the account and wallet that an id names; null for none. */
export async function rowNamed(
  sql: Sql,
  { accountId, unit, corrects }: { accountId: string; unit: Unit; corrects: string },
): Promise<NamedRow | null> {
  const key = parseTransactionId(corrects);
  if (key?.accountId !== accountId || key.unit !== unit) return null;
  const [row] = await sql.query<NamedRow>(
    `SELECT seq, type::text, amount, description, created_at FROM transactions
     WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND seq = $3::bigint`,
    [accountId, unit, key.seq],
  );
  return row ?? null;
}

/** The same as who proposes and who approves see it. */
export async function readNamed(
  sql: Sql,
  about: { accountId: string; unit: Unit; corrects: string },
): Promise<Named | null> {
  const row = await rowNamed(sql, about);
  return (
    row && {
      ...{ id: about.corrects, type: row.type, description: row.description },
      amount: formatAmount(row.amount, about.unit),
      at: row.created_at.toISOString(),
    }
  );
}

const OTHERS = `
SELECT a.id::text, 'correction' AS kind, a.amount, a.status = 'posted' AS is_posted, u.email AS by, a.proposed_at AS at
FROM adjustments a JOIN users u ON u.id = a.proposed_by
WHERE a.account_id = $1::uuid AND a.corrects = $4::text AND a.status IN ('proposed', 'posted') AND a.id IS DISTINCT FROM $5::uuid
UNION ALL
SELECT r.id::text, 're_rate', e.old_charge - e.new_charge, e.is_posted, u.email, r.proposed_at
FROM transactions t
JOIN re_rate_events e ON e.account_id = t.account_id AND e.event_id = t.ref_id
JOIN re_rates r ON r.id = e.re_rate_id
JOIN re_rate_accounts s ON s.account_id = e.account_id AND s.re_rate_id = e.re_rate_id AND s.unit = e.unit
JOIN users u ON u.id = r.proposed_by
WHERE t.account_id = $1::uuid AND t.unit = $2::wallet_unit AND t.seq = $3::bigint AND t.ref_type = 'usage_event'
  AND (e.is_posted OR (r.status IN ('proposed', 'approved') AND s.settled_at IS NULL))
ORDER BY at, id`;
