import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano, sub, ZERO } from "@/lib/values/money";
import { genesisHash } from "./rules/hash";
import { seqAt } from "./seq-at";

/** A wallet as it stood in the books at a moment that is over. */
export interface PastWallet {
  unit: Unit;
  at: Date;
  /** The last row that was there; 0 before the first one. */
  seq: bigint;
  hash: Buffer;
  balance: Nano;
  /** What was set aside then for work that ran: made up again from when each hold began and ended, which the books keep. */
  held: Nano;
  /** balance − held. */
  available: Nano;
  /** When its last row was posted; null before the first one. */
  lastRowAt: Date | null;
}

/** A wallet of the account as it was at a moment: exactly what the books said then, with what was posted in that very millisecond. */
export async function readAsOf(ctx: Context, unit: Unit, at: Date): Promise<PastWallet> {
  requirePermission(ctx, "ledger:read");
  return readInAccount(ctx.accountId, (sql) => walletAt(sql, ctx.accountId, unit, at));
}

/** The same within a look at the account. */
export async function walletAt(sql: Sql, accountId: string, unit: Unit, at: Date): Promise<PastWallet> {
  const seq = await seqAt(sql, accountId, unit, at);
  const [end, held] = [await rowEnd(sql, accountId, unit, seq), await heldAt(sql, accountId, unit, at)];
  return { unit, at, seq, ...end, held, available: sub(end.balance, held) };
}

/** Where the chain stood after a row: its genesis before the first one. */
export async function rowEnd(
  sql: Sql,
  accountId: string,
  unit: Unit,
  seq: bigint,
): Promise<{ hash: Buffer; balance: Nano; lastRowAt: Date | null }> {
  const [row] = await sql.query<{ hash: Uint8Array; balance_after: bigint; created_at: Date }>(
    `SELECT hash, balance_after, created_at FROM transactions WHERE account_id = $1 AND unit = $2::wallet_unit AND seq = $3`,
    [accountId, unit, seq],
  );
  if (!row) return { hash: genesisHash(accountId, unit), balance: ZERO, lastRowAt: null };
  return { hash: Buffer.from(row.hash), balance: nano(row.balance_after), lastRowAt: row.created_at };
}

/** Holds never change their amount and are never deleted, and a hold's end stands with its time: so the past of what is held is exact too. */
export async function heldAt(sql: Sql, accountId: string, unit: Unit, at: Date): Promise<Nano> {
  const [{ held } = { held: "0" }] = await sql.query<{ held: string }>(
    `SELECT coalesce(sum(amount), 0)::text AS held FROM holds
     WHERE account_id = $1 AND unit = $2::wallet_unit AND kind = 'reservation' AND created_at <= $3 AND (ended_at IS NULL OR ended_at > $3)`,
    [accountId, unit, at],
  );
  return nano(BigInt(held));
}
