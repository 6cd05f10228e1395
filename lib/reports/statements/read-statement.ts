import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import { catchUp } from "@/lib/deployments/catch-up";
import { lotsAt } from "@/lib/ledger/lots-at";
import { grantsAt } from "@/lib/ledger/list-grants";
import { heldAt, rowEnd } from "@/lib/ledger/read-as-of";
import { formatAmount } from "@/lib/ledger/row";
import { TYPES_OF_BOTH_SIGNS } from "@/lib/ledger/rules/signs";
import type { TransactionType } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import type { DayRange } from "@/lib/values/display/date-presets";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { addDays, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { isSettled } from "../is-settled";
import { accountNamed } from "./account-named";
import { PAYMENT_REFS, ROW_KINDS, type RowKind, rowKind } from "./rules/row-kind";
import type { StatementDocument } from "./schema";

/**
 * What a wallet held when a day began, what came and went until another day ended, and what was left: opening + added − used = closing. Of the
 * last day's end, or of now where it is not over. What is due until then is done first, so that what is said to be over never changes.
 * @throws Refusal `invalid_request` for days that lie ahead or are the wrong way round
 */
export async function readStatement(
  ctx: Context,
  unit: Unit,
  { from, to }: DayRange,
  now = new Date(),
): Promise<StatementDocument> {
  requirePermission(ctx, "ledger:read");
  requireOrder({ from, to });
  if (from > utcDay(now)) throw invalid("from", "lies in the future, in UTC");
  const lastMoment = new Date(startOfDay(addDays(to, 1)).getTime() - 1);
  const end = lastMoment < now ? lastMoment : now;
  await catchUp(ctx.accountId, end);
  const [named, books] = await Promise.all([
    accountNamed(ctx.accountId, end, now),
    readInAccount(ctx.accountId, (sql) => booksOf(sql, ctx.accountId, unit, { from, to }, end)),
  ]);
  return {
    format: "ecu-statement-2",
    ...named,
    unit,
    period: { from, to, is_over: isSettled(lastMoment, now) },
    ...books,
  };
}

/** What the books say, at one moment. */
async function booksOf(sql: Sql, accountId: string, unit: Unit, { from, to }: DayRange, end: Date) {
  const first = await lastSeqBefore(sql, accountId, unit, from);
  const last = await lastSeqBefore(sql, accountId, unit, addDays(to, 1));
  const kinds = await sumsByKind(sql, accountId, unit, { from, to }, { first, last });
  const [opening, closing] = [
    await rowEnd(sql, accountId, unit, first),
    await rowEnd(sql, accountId, unit, last),
  ];
  const [lots, grants] = [
    await lotsAt(sql, accountId, unit, first),
    await grantsAt(sql, accountId, unit, last),
  ];
  const [head] = await sql.query<{ seq: bigint; hash: Uint8Array }>(
    "SELECT seq, hash FROM wallets WHERE account_id = $1 AND unit = $2::wallet_unit",
    [accountId, unit],
  );
  const said = (amount: Nano | bigint) => formatAmount(nano(amount), unit);
  const total = (name: "added" | "removed") => kinds.reduce((sum, kind) => sum + kind[name], 0n);
  return {
    opening: said(opening.balance),
    added: said(total("added")),
    used: said(total("removed")),
    closing: said(closing.balance),
    held: said(await heldAt(sql, accountId, unit, end)),
    by_kind: kinds.map(({ kind, addedRows, added, removedRows, removed }) => ({
      kind,
      added_rows: addedRows.toString(),
      added: said(added),
      used_rows: removedRows.toString(),
      used: said(removed),
    })),
    opening_grants: [...lots].map(([no, left]) => ({ no, left: said(left) })),
    closing_grants: grants
      .filter(({ status }) => status === "open")
      .map(({ no, origin, granted, left, expires_at }) => ({ no, origin, granted, left, expires_at })),
    chain: {
      rows: (last - first).toString(),
      first_seq: (first + 1n).toString(),
      last_seq: last.toString(),
      before: opening.hash.toString("hex"),
      after: closing.hash.toString("hex"),
      head: {
        seq: (head?.seq ?? 0n).toString(),
        hash: Buffer.from(head?.hash ?? opening.hash).toString("hex"),
      },
    },
  };
}

/** The last row of the days before one. */
async function lastSeqBefore(sql: Sql, accountId: string, unit: Unit, day: UtcDay): Promise<bigint> {
  const [found] = await sql.query<{ seq: bigint }>(
    "SELECT coalesce(max(last_seq), 0) AS seq FROM wallet_days WHERE account_id = $1 AND unit = $2::wallet_unit AND day < $3::date",
    [accountId, unit, day],
  );
  return found?.seq ?? 0n;
}

interface KindSum {
  kind: RowKind;
  addedRows: bigint;
  added: bigint;
  removedRows: bigint;
  removed: bigint;
}

interface TypeSum {
  type: TransactionType;
  is_out: boolean;
  ref_type: string | null;
  rows: bigint;
  amount: string;
}

/** What came and went by what it is. Types of one sign are summed by day already; of the others each row is looked at: there are few. */
async function sumsByKind(
  sql: Sql,
  accountId: string,
  unit: Unit,
  { from, to }: DayRange,
  { first, last }: { first: bigint; last: bigint },
): Promise<KindSum[]> {
  const both = [...TYPES_OF_BOTH_SIGNS];
  const days = await sql.query<TypeSum>(
    `SELECT type, sum(removed) > 0 AS is_out, NULL AS ref_type, sum(rows)::bigint AS rows, sum(added + removed)::text AS amount
     FROM wallet_days WHERE account_id = $1 AND unit = $2::wallet_unit AND day BETWEEN $3::date AND $4::date AND NOT type::text = ANY ($5::text[])
     GROUP BY type`,
    [accountId, unit, from, to, both],
  );
  // The index by type leaves the spends out.
  const rows = await sql.query<TypeSum>(
    `SELECT type, amount < 0 AS is_out, CASE WHEN ref_type = ANY ($6::text[]) THEN ref_type END AS ref_type, count(*) AS rows, sum(abs(amount))::text AS amount
     FROM transactions WHERE account_id = $1 AND unit = $2::wallet_unit AND seq > $3 AND seq <= $4 AND type <> 'spend' AND type::text = ANY ($5::text[])
     GROUP BY 1, 2, 3`,
    [accountId, unit, first, last, both, [...PAYMENT_REFS]],
  );
  const sums = new Map<string, KindSum>();
  for (const { type, is_out: isOut, ref_type: refType, rows: count, amount } of [...days, ...rows]) {
    const kind = rowKind({ type, isOut, refType });
    const sum = sums.get(kind) ?? { kind, addedRows: 0n, added: 0n, removedRows: 0n, removed: 0n };
    if (isOut) [sum.removedRows, sum.removed] = [sum.removedRows + count, sum.removed + BigInt(amount)];
    else [sum.addedRows, sum.added] = [sum.addedRows + count, sum.added + BigInt(amount)];
    sums.set(kind, sum);
  }
  return [...sums.values()].toSorted(
    (one, other) => ROW_KINDS.indexOf(one.kind) - ROW_KINDS.indexOf(other.kind),
  );
}
