import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, transactionId, type Unit } from "@/lib/values/ids";
import { invalid, type Refusal } from "@/lib/values/refusal";
import { transactionOf } from "./records";
import { conditionsOf, type SeqRange, seqRange } from "./filter";
import { rowOf } from "./row";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "./statements/transactions";
import type { TransactionFilter, TransactionRow } from "./types";

export const MAX_LIMIT = 1_000;
/** How many rows of the chain one look at it takes, and one call at the most: a rare text is searched on by the next call. */
const WINDOW = 5_000n;
const MOST_SCANNED = 200_000n;

export interface TransactionPage {
  rows: TransactionRow[];
  /** Where to go on, or null at the end. A filtered page may be short and still have more behind it. */
  next: string | null;
}

/**
 * The account's rows, newest first, from before the row `before`. Paged by the ledger's own key: depth costs nothing.
 * @throws Refusal `invalid_request` for a cursor that is not one of this account's rows.
 */
export async function listTransactions(
  ctx: Context,
  filter: TransactionFilter,
  page: { before?: string | undefined; limit?: number } = {},
): Promise<TransactionPage> {
  requirePermission(ctx, "ledger:read");
  const unit = filter.unit ?? "credit";
  const limit = Math.min(page.limit ?? 50, MAX_LIMIT);
  const before = page.before === undefined ? null : cursorOf(ctx, page.before, unit);
  return readInAccount(ctx.accountId, async (sql) => {
    const range = await seqRange(sql, ctx.accountId, unit, filter);
    // One among those that are listed is there: only what lies beyond them is looked for.
    if (before !== null && (range === null || before > range.last))
      await requireRow(sql, ctx.accountId, unit, before);
    if (!range) return { rows: [], next: null };
    const from = before !== null && before - 1n < range.last ? before - 1n : range.last;
    const { records, reached } = await scan(
      sql,
      ctx.accountId,
      filter,
      { first: range.first, last: from },
      limit,
    );
    const more = reached >= range.first && reached > 0n;
    const rows = records.map((record) => rowOf(transactionOf(record)));
    const next = more ? transactionId({ accountId: ctx.accountId, unit, seq: reached + 1n }) : null;
    return { rows, next };
  });
}

function cursorOf(ctx: Context, before: string, unit: Unit): bigint {
  const key = parseTransactionId(before);
  if (!key || key.accountId !== ctx.accountId || key.unit !== unit) throw noCursor();
  return key.seq;
}

async function requireRow(sql: Sql, accountId: string, unit: Unit, seq: bigint): Promise<void> {
  const rows = await sql.query(
    "SELECT seq FROM transactions WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND seq = $3::bigint",
    [accountId, unit, seq],
  );
  if (rows.length === 0) throw noCursor();
}

function noCursor(): Refusal {
  return invalid(
    "before",
    "is the id of the last transaction of the page before, from this account and wallet",
  );
}

/** Walks down the chain until the page is full. `reached` is the next row that was not looked at. */
async function scan(sql: Sql, accountId: string, filter: TransactionFilter, range: SeqRange, limit: number) {
  const { text, values } = conditionsOf(filter, 5);
  const records: TransactionRecord[] = [];
  const sparse = filter.types !== undefined && !filter.types.includes("spend");
  let top = range.last;
  const lowest = range.last - MOST_SCANNED > range.first && !sparse ? range.last - MOST_SCANNED : range.first;
  while (records.length < limit && top >= lowest) {
    // Without conditions every row fits, so the window is the page; rows that an index finds need no window.
    const size = text === "" ? BigInt(limit) : sparse ? top : WINDOW;
    const bottom = top - size + 1n > lowest ? top - size + 1n : lowest;
    const found = await sql.query<TransactionRecord>(
      `SELECT ${TRANSACTION_COLUMNS} FROM transactions t
       WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq BETWEEN $3 AND $4${text} ORDER BY t.seq DESC LIMIT ${limit - records.length}`,
      [accountId, filter.unit ?? "credit", bottom, top, ...values],
    );
    records.push(...found);
    top = records.length >= limit ? (records.at(-1)?.seq ?? bottom) - 1n : bottom - 1n;
  }
  return { records, reached: top };
}
