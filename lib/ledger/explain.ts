import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, transactionId, type TransactionKey } from "@/lib/values/ids";
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
    description: string;
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
    const hold = await holdOfRow(sql, row);
    return {
      transaction: rowOf(row),
      balance_before: formatAmount(row.balanceBefore, row.unit),
      grants: await grantChanges(sql, row),
      hold: hold && holdView(hold),
      timeline: await timeline(sql, row, hold),
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

/** A capture names its hold by its event; a row of an instance is the one that opened or settled it. */
async function holdOfRow(
  sql: Sql,
  { accountId, unit, seq, refType, refId }: Transaction,
): Promise<Hold | null> {
  const [record] =
    refType === "usage_event"
      ? await sql.query<HoldRecord>(HOLD_OF_EVENT, [accountId, refId])
      : refType === "hold"
        ? await sql.query<HoldRecord>(HOLD_BY_ID, [accountId, refId])
        : await sql.query<HoldRecord>(HOLD_OF_INSTANCE, [accountId, unit, seq]);
  return record ? holdOf(record) : null;
}

const HOLD_OF_EVENT = `SELECT h.* FROM usage_events e JOIN holds h ON h.account_id = e.account_id AND h.id = e.hold_id
WHERE e.account_id = $1 AND e.id = $2`;
const HOLD_BY_ID = "SELECT * FROM holds WHERE account_id = $1 AND id = $2::uuid";
const HOLD_OF_INSTANCE = `SELECT * FROM holds
WHERE account_id = $1 AND unit = $2::wallet_unit AND kind = 'prepaid' AND (opened_seq = $3 OR ended_seq = $3) LIMIT 1`;

function holdView({
  id,
  kind,
  status,
  description,
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
    description,
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
async function timeline(sql: Sql, row: Transaction, hold: Hold | null): Promise<TransactionRow[]> {
  const captured = row.refType === "usage_event" || row.refType === "hold" ? hold : null;
  const related = captured
    ? await sql.query<TransactionRecord>(ROWS_OF_CAPTURE, [
        row.accountId,
        row.unit,
        captured.endedSeq,
        row.refType,
        row.refId,
      ])
    : row.refType === null || row.refType === "usage_event"
      ? []
      : await sql.query<TransactionRecord>(ROWS_OF_REF, [row.accountId, row.refType, row.refId, row.seq]);
  return inTime([row, ...related.map(transactionOf)]).map(rowOf);
}

/** Each row once, as they came about: the wallets count their rows each for itself. */
function inTime(rows: readonly Transaction[]): Transaction[] {
  const byId = new Map(rows.map((row) => [transactionId(row), row]));
  return [...byId.values()].toSorted(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || Number(one.seq - other.seq),
  );
}

// What runs for years has more rows than anybody reads: those around the one that is explained.
const ROWS_OF_REF = `
SELECT * FROM (
  (SELECT ${TRANSACTION_COLUMNS} FROM transactions t
   WHERE t.account_id = $1 AND t.ref_type = $2 AND t.ref_id = $3 AND t.type <> 'spend' AND t.seq <= $4 ORDER BY t.seq DESC LIMIT 150)
  UNION ALL
  (SELECT ${TRANSACTION_COLUMNS} FROM transactions t
   WHERE t.account_id = $1 AND t.ref_type = $2 AND t.ref_id = $3 AND t.type <> 'spend' AND t.seq > $4 ORDER BY t.seq LIMIT 50)
) around ORDER BY seq`;

// A capture ends with the row that its hold names; when more was used than held, that is the overage, right behind the other.
const ROWS_OF_CAPTURE = `
SELECT ${TRANSACTION_COLUMNS} FROM transactions t
WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq BETWEEN $3::bigint - 1 AND $3::bigint AND t.ref_type = $4 AND t.ref_id = $5
ORDER BY t.seq`;
