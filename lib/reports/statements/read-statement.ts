import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import { catchUp } from "@/lib/deployments/catch-up";
import { lotsAt } from "@/lib/ledger/lots-at";
import { grantsAt } from "@/lib/ledger/list-grants";
import { heldAt, rowEnd } from "@/lib/ledger/read-as-of";
import { formatAmount } from "@/lib/ledger/row";
import type { TransactionType } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import type { DayRange } from "@/lib/values/display/date-presets";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { addDays, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { isSettled } from "../is-settled";
import { accountNamed } from "./account-named";
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
  if (from > to) throw invalid("to", "is not before from");
  if (from > utcDay(now)) throw invalid("from", "is not ahead of today, in UTC");
  const lastMoment = new Date(startOfDay(addDays(to, 1)).getTime() - 1);
  const end = lastMoment < now ? lastMoment : now;
  await catchUp(ctx.accountId, end);
  const [named, books] = await Promise.all([
    accountNamed(ctx.accountId, end, now),
    readInAccount(ctx.accountId, (sql) => booksOf(sql, ctx.accountId, unit, { from, to }, end)),
  ]);
  return {
    format: "ecu-statement-1",
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
  const types = await sumsByType(sql, accountId, unit, { from, to });
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
  const total = (name: "added" | "removed") => types.reduce((sum, type) => sum + BigInt(type[name]), 0n);
  return {
    opening: said(opening.balance),
    added: said(total("added")),
    used: said(total("removed")),
    closing: said(closing.balance),
    held: said(await heldAt(sql, accountId, unit, end)),
    by_type: types.map(({ type, rows, added, removed }) => ({
      type,
      rows: rows.toString(),
      added: said(BigInt(added)),
      used: said(BigInt(removed)),
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

interface TypeSum {
  type: TransactionType;
  rows: bigint;
  added: string;
  removed: string;
}

function sumsByType(sql: Sql, accountId: string, unit: Unit, { from, to }: DayRange): Promise<TypeSum[]> {
  return sql.query<TypeSum>(
    `SELECT type, sum(rows)::bigint AS rows, sum(added)::text AS added, sum(removed)::text AS removed FROM wallet_days
     WHERE account_id = $1 AND unit = $2::wallet_unit AND day BETWEEN $3::date AND $4::date GROUP BY type ORDER BY type`,
    [accountId, unit, from, to],
  );
}
