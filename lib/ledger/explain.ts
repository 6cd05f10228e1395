import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, type TransactionKey } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { holdOf, transactionOf } from "./records";
import { formatAmount, rowOf } from "./row";
import { genesisHash } from "./rules/hash";
import type { HoldRecord } from "./statements/holds";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "./statements/transactions";
import type { GrantOrigin, Hold, Transaction, TransactionRow } from "./types";

/** How the row changed one grant. Amounts are decimal strings. */
export interface GrantChange {
  no: number;
  origin: GrantOrigin;
  amount: string;
  granted: string;
  expires_at: string | null;
}

/** Why a row is what it is, as far as the ledger knows: where it stands, what it moved, and what belongs to it. */
export interface Explanation {
  transaction: TransactionRow;
  balance_before: string;
  /** Which grants it filled (+) or burned (−). What they do not cover is debt. */
  grants: GrantChange[];
  /** The hold that it opened or ended. */
  hold: {
    id: string;
    kind: Hold["kind"];
    status: Hold["status"];
    amount: string;
    used: string | null;
    created_at: string;
    ended_at: string | null;
  } | null;
  /** The rows of the same hold, instance or payment, oldest first, this one among them. */
  timeline: TransactionRow[];
  chain: { position: string; hash: string; previous_hash: string };
}

/** Explains one row. @throws Refusal `not_found`, for another account's row too. */
export async function explainTransaction(ctx: Context, id: string): Promise<Explanation> {
  requirePermission(ctx, "ledger:read");
  const key = parseTransactionId(id);
  if (key?.accountId !== ctx.accountId) throw notFound("transaction");
  return readInAccount(ctx.accountId, async (sql) => {
    const [row, previous] = await rowAndPrevious(sql, key);
    if (!row) throw notFound("transaction");
    const hold = await holdAt(sql, key);
    return {
      transaction: rowOf(row),
      balance_before: formatAmount(row.balanceBefore, row.unit),
      grants: await grantChanges(sql, row),
      hold: hold && holdView(hold),
      timeline: await timeline(sql, row),
      chain: {
        position: row.seq.toString(),
        hash: row.hash.toString("hex"),
        previous_hash: (previous?.hash ?? genesisHash(row.accountId, row.unit)).toString("hex"),
      },
    };
  });
}

async function rowAndPrevious(
  sql: Sql,
  { accountId, unit, seq }: TransactionKey,
): Promise<[Transaction?, Transaction?]> {
  const records = await sql.query<TransactionRecord>(
    `SELECT ${TRANSACTION_COLUMNS} FROM transactions t
     WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq BETWEEN $3 AND $4`,
    [accountId, unit, seq - 1n, seq],
  );
  const rows = records.map(transactionOf);
  return [rows.find((row) => row.seq === seq), rows.find((row) => row.seq === seq - 1n)];
}

async function holdAt(sql: Sql, { accountId, unit, seq }: TransactionKey): Promise<Hold | null> {
  const [record] = await sql.query<HoldRecord>(
    `SELECT * FROM holds WHERE account_id = $1 AND unit = $2::wallet_unit AND (opened_seq = $3 OR ended_seq = $3) LIMIT 1`,
    [accountId, unit, seq],
  );
  return record ? holdOf(record) : null;
}

function holdView({
  id,
  kind,
  status,
  unit,
  amount,
  used,
  createdAt,
  endedAt,
}: Hold): NonNullable<Explanation["hold"]> {
  return {
    id,
    kind,
    status,
    amount: formatAmount(amount, unit),
    used: used === null ? null : formatAmount(used, unit),
    created_at: createdAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
  };
}

interface GrantRecord {
  no: number;
  origin: GrantOrigin;
  amount: bigint;
  expires_at: Date | null;
}

async function grantChanges(sql: Sql, row: Transaction): Promise<GrantChange[]> {
  const grants = await sql.query<GrantRecord>(
    `SELECT no, origin, amount, expires_at FROM grants WHERE account_id = $1 AND unit = $2::wallet_unit AND no = ANY ($3::int[])`,
    [row.accountId, row.unit, row.lots.map(([no]) => no)],
  );
  const byNo = new Map(grants.map((grant) => [grant.no, grant]));
  return row.lots.flatMap(([no, change]) => {
    const grant = byNo.get(no);
    if (!grant) return [];
    const amounts = {
      amount: formatAmount(change, row.unit),
      granted: formatAmount(nano(grant.amount), row.unit),
    };
    return [{ no, origin: grant.origin, ...amounts, expires_at: grant.expires_at?.toISOString() ?? null }];
  });
}

/** Spends refer to one event each and stand alone, unless they captured a hold. */
async function timeline(sql: Sql, row: Transaction): Promise<TransactionRow[]> {
  const related =
    row.refType === null || row.refType === "usage_event"
      ? []
      : await sql.query<TransactionRecord>(
          row.refType === "hold" ? ROWS_OF_HOLD : ROWS_OF_REF,
          row.refType === "hold"
            ? [row.accountId, row.unit, row.refId]
            : [row.accountId, row.refType, row.refId],
        );
  const rows = related.map((record) => rowOf(transactionOf(record)));
  return rows.length > 0 ? rows : [rowOf(row)];
}

const ROWS_OF_REF = `
SELECT ${TRANSACTION_COLUMNS} FROM transactions t
WHERE t.account_id = $1 AND t.ref_type = $2 AND t.ref_id = $3 AND t.type <> 'spend' ORDER BY t.seq LIMIT 200`;

// A hold ends with the row it names and, when more was used, the overage right behind it.
const ROWS_OF_HOLD = `
SELECT ${TRANSACTION_COLUMNS} FROM holds h JOIN transactions t ON t.account_id = h.account_id AND t.unit = h.unit
  AND (t.seq = h.opened_seq OR t.seq BETWEEN h.ended_seq - 1 AND h.ended_seq)
WHERE h.account_id = $1 AND h.unit = $2::wallet_unit AND h.id = $3::uuid AND t.ref_type = 'hold' AND t.ref_id = $3::uuid::text
ORDER BY t.seq`;
