import { Readable } from "node:stream";
import { copySlice } from "@/lib/db/copy-slice";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { conditionsOf, seqRange } from "./filter";
import type { TransactionFilter } from "./types";

/** Rows that are read at a time: about a megabyte. */
const SLICE = 10_000n;

/** Slices that are read before anybody asks for them: then PostgreSQL uses several cores, as it does for one great COPY. */
const AHEAD = 3;

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
  const slices: Promise<Buffer[]>[] = [];
  let { last } = range;
  // Rows never change and the range is dense, so that slices which are read one by one are still of one moment.
  const readOn = () => {
    if (last < range.first) return;
    const first = last - SLICE + 1n;
    const slice = copySlice(
      accountId,
      sliceOf(accountId, filter, first > range.first ? first : range.first, last),
    );
    // Its failure is met when it is waited for, and is nothing to a reader who has left.
    slice.catch(() => undefined);
    slices.push(slice);
    last = first - 1n;
  };
  for (let ahead = 0; ahead < AHEAD; ahead++) readOn();
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    const chunks = await slice;
    readOn();
    yield* chunks;
  }
}

function sliceOf(accountId: string, filter: TransactionFilter, first: bigint, last: bigint): string {
  const unit = filter.unit ?? "credit";
  const prefix = transactionId({ accountId, unit, seq: 0n }).slice(0, -1);
  const { text, values } = conditionsOf(filter, 1);
  const scale = unit === "credit" ? "0.000000001" : "1";
  // In the whole order of the primary key, so that the index gives it: alone, `seq` would be sorted, because under row-level security
  // the planner does not trust an enum's equality to hold the unit still. COPY takes no parameters: the filter's values are written as literals.
  const where = text.replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
  return `SELECT ${literal(prefix)} || t.seq, to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t.type,
    trim_scale(t.amount * ${scale}), trim_scale(t.balance_after * ${scale}), ${inert("t.description")}, t.source, t.ref_type, ${inert("t.ref_id")}
  FROM transactions t WHERE t.account_id = ${literal(accountId)} AND t.unit = ${literal(unit)} AND t.seq BETWEEN ${first} AND ${last}${where}
  ORDER BY t.unit DESC, t.seq DESC`;
}

// What a spreadsheet takes for the beginning of a formula.
const BEGINS = [..."=+-@\t\r"].map((letter) => letter.charCodeAt(0)).join(", ");

/** A text that no spreadsheet takes for a formula. Told by its first letter's number: to compare texts takes three times as long. */
function inert(column: string): string {
  return `CASE WHEN ascii(${column}) IN (${BEGINS}) THEN '''' || ${column} ELSE ${column} END`;
}

function literal(value: unknown): string {
  return `'${String(value).replaceAll("'", "''")}'`;
}
