import { Readable } from "node:stream";
import { copySlice } from "@/lib/db/copy-slice";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { conditionsOf, seqRange } from "./filter";
import type { TransactionFilter } from "./types";

/** Rows that are read at a time: enough to be as fast as one great COPY, and few megabytes. */
const SLICE = 20_000n;

const HEADER = "id,created_at,type,amount,balance_after,description,source,ref_type,ref_id\n";

/**
 * The account's rows as CSV, newest first, exactly those that the list shows under the same filter, as of its beginning. Streams: memory does
 * not grow with the ledger, and who reads slowly keeps no connection meanwhile. Texts that a spreadsheet would run as a formula are preceded by
 * an apostrophe; numbers stay numbers.
 */
export function exportTransactions(ctx: Context, filter: TransactionFilter): ReadableStream<Uint8Array> {
  requirePermission(ctx, "ledger:read");
  return Readable.toWeb(Readable.from(csv(ctx, filter))) as ReadableStream<Uint8Array>;
}

async function* csv({ accountId }: Context, filter: TransactionFilter): AsyncGenerator<Buffer> {
  yield Buffer.from(HEADER);
  const unit = filter.unit ?? "credit";
  const range = await readInAccount(accountId, (sql) => seqRange(sql, accountId, unit, filter));
  if (!range) return;
  // Rows never change and the range is dense, so that slices which are read one by one are still of one moment.
  const read = (last: bigint) => {
    const first = last - SLICE + 1n;
    return copySlice(accountId, sliceOf(accountId, filter, first > range.first ? first : range.first, last));
  };
  let next = read(range.last);
  for (let last = range.last; last >= range.first; last -= SLICE) {
    const slice = await next;
    if (last - SLICE >= range.first) {
      // The next one is read while this one is on its way.
      next = read(last - SLICE);
      // Its failure is met when it is waited for, and is nothing to a reader who has left.
      next.catch(() => undefined);
    }
    yield* slice;
  }
}

function sliceOf(accountId: string, filter: TransactionFilter, first: bigint, last: bigint): string {
  const unit = filter.unit ?? "credit";
  const prefix = transactionId({ accountId, unit, seq: 0n }).slice(0, -1);
  const { text, values } = conditionsOf(filter, 1);
  const scale = unit === "credit" ? "0.000000001" : "1";
  // COPY takes no parameters: the filter's values are written as literals.
  const where = text.replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
  return `SELECT ${literal(prefix)} || t.seq, to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t.type,
    trim_scale(t.amount * ${scale}), trim_scale(t.balance_after * ${scale}), ${inert("t.description")}, t.source, t.ref_type, ${inert("t.ref_id")}
  FROM transactions t WHERE t.account_id = ${literal(accountId)} AND t.unit = ${literal(unit)} AND t.seq BETWEEN ${first} AND ${last}${where}
  ORDER BY t.seq DESC`;
}

/** A text that no spreadsheet takes for a formula. */
function inert(column: string): string {
  return `CASE WHEN left(${column}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') THEN '''' || ${column} ELSE ${column} END`;
}

function literal(value: unknown): string {
  return `'${String(value).replaceAll("'", "''")}'`;
}
