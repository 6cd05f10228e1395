import { inAccount, sqlOf } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { readHold } from "./holds";
import { holdOf } from "./records";
import type { HoldRecord } from "./statements/holds";
import type { Hold } from "./types";

/** Gives running work more time, never less. @throws Refusal `hold_ended`, `not_found`. */
export async function extendHold(ctx: Context, id: string, expiresAt: Date): Promise<Hold> {
  const { unit } = await readHold(ctx, id);
  const extended = await inAccount(ctx.accountId, async (tx) => {
    const sql = sqlOf(tx);
    // What ends a hold reads it under this lock: an extension comes before or after it, never in between.
    await sql.query(LOCK_WALLET, [ctx.accountId, unit]);
    const [row] = await sql.query<HoldRecord>(EXTEND, [ctx.accountId, id, expiresAt]);
    return row ? holdOf(row) : null;
  });
  if (extended) return extended;
  const { status } = await readHold(ctx, id);
  throw new Refusal(
    "hold_ended",
    `The hold was already ${status}: what has run can still be reported as usage.`,
  );
}

const LOCK_WALLET = `SELECT seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE`;

const EXTEND = `UPDATE holds h SET expires_at = CASE WHEN h.expires_at IS NULL THEN NULL ELSE greatest(h.expires_at, $3::timestamptz) END
WHERE h.account_id = $1::uuid AND h.id = $2::uuid AND h.status = 'open' RETURNING h.*`;
