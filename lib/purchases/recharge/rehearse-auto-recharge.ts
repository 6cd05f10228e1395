import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, type Nano, nano } from "@/lib/values/money";
import { addDays, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { usdOfCents } from "../rules/cents";
import { type Move, rehearse } from "./rules/rehearse";
import type { Rehearse } from "./schema";
import { readSettings } from "./set-auto-recharge";

const DAYS = 30;

/** What some settings would have done over the last 30 days. Credit and dollars are decimal strings. */
export interface RehearsalView {
  from: UtcDay;
  to: UtcDay;
  charges: { day: UtcDay; balance: string }[];
  priceUsd: string;
  totalUsd: string;
  cappedOn: UtcDay | null;
}

interface Row {
  day: UtcDay;
  amount: Nano;
}

/**
 * Plays the settings over the account's own ledger: nothing is charged, nothing is saved. Auto-recharges of the time are
 * left out, because the settings would have been there in their place.
 * @throws Refusal `invalid_request` naming the field
 */
export async function rehearseAutoRecharge(ctx: Context, input: Rehearse): Promise<RehearsalView> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const settings = await readSettings(accountId, input);
  const to = utcDay(new Date());
  const from = addDays(to, 1 - DAYS);
  const { opening, moves } = await readMoves(accountId, from);
  const { charges, totalCents, cappedOn } = rehearse(opening, moves, settings);
  return {
    from,
    to,
    charges: charges.map(({ day, balance }) => ({ day, balance: formatCredits(balance) })),
    priceUsd: usdOfCents(settings.priceCents),
    totalUsd: usdOfCents(totalCents),
    cappedOn,
  };
}

/** The balance before the first day, and what moved it since: hour by hour and type by type, not a million rows. */
async function readMoves(accountId: string, from: UtcDay): Promise<{ opening: Nano; moves: Move[] }> {
  return readInAccount(accountId, async (sql) => {
    const [before] = await sql.query<{ balance: bigint }>(
      `SELECT balance_after AS balance FROM transactions
       WHERE account_id = $1 AND unit = 'credit' AND seq = (
         SELECT max(last_seq) FROM wallet_days WHERE account_id = $1 AND unit = 'credit' AND day < $2::date)`,
      [accountId, from],
    );
    const rows = await sql.query<Row>(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(amount)::bigint AS amount
       FROM transactions
       WHERE account_id = $1 AND unit = 'credit' AND type <> 'auto_recharge' AND created_at >= $2
         AND seq > coalesce((SELECT max(last_seq) FROM wallet_days WHERE account_id = $1 AND unit = 'credit' AND day < $3::date), 0)
       GROUP BY 1, date_trunc('hour', created_at), amount > 0 ORDER BY date_trunc('hour', created_at), amount > 0 DESC`,
      [accountId, startOfDay(from), from],
    );
    return { opening: nano(before?.balance ?? 0n), moves: rows };
  });
}
