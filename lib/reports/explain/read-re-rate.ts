import { readInAccount } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import type { TransactionRow } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";

/** What a row that priced calls anew is made of. */
export interface ReRateExplanation {
  /** The version of the rate card by which they were priced anew. */
  version: number;
  calls: string;
  /** By feature and the month in which the calls ran, oldest first; given back is above zero. They add up to the row's amount. */
  parts: { feature: string; month: string; calls: string; amount: string }[];
}

/** A call that was priced anew since. */
export interface ReRatedCall {
  version: number;
  charged: string;
  priced_anew: string;
  /** Above zero where it was given back. */
  difference: string;
  /** The row that has it, with all the other calls; null where they came to nothing together. */
  transaction_id: string | null;
}

type Named = Pick<TransactionRow, "unit" | "ref_type" | "ref_id">;

/** What a re-rate's row is made of; null for all other rows. */
export async function readReRate(
  ctx: Context,
  { unit, ref_type, ref_id }: Named,
): Promise<ReRateExplanation | null> {
  requirePermission(ctx, "ledger:read");
  if (ref_type !== "re_rate") return null;
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ version: number; feature: string; month: string; calls: string; charge: string }>(PARTS, [
      ctx.accountId,
      unit,
      ref_id,
    ]),
  );
  const [first] = rows;
  if (!first) return null;
  return {
    version: first.version,
    calls: rows.reduce((sum, { calls }) => sum + BigInt(calls), 0n).toString(),
    parts: rows.map(({ feature, month, calls, charge }) => ({
      ...{ feature, month, calls },
      amount: formatAmount(nano(-BigInt(charge)), unit),
    })),
  };
}

/** What became of a metered call's price since it was charged; null where nothing did. */
export async function readReRated(
  ctx: Context,
  { unit, ref_type, ref_id }: Named,
): Promise<ReRatedCall | null> {
  requirePermission(ctx, "ledger:read");
  if (ref_type !== "usage_event") return null;
  const [call] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{
      unit: Unit;
      version: number;
      old_charge: bigint;
      new_charge: bigint;
      posted_seq: bigint | null;
    }>(CALL, [ctx.accountId, unit, ref_id]),
  );
  if (!call) return null;
  const { version, old_charge: charged, new_charge: anew, posted_seq: seq } = call;
  return {
    version,
    charged: formatAmount(nano(charged), unit),
    priced_anew: formatAmount(nano(anew), unit),
    difference: formatAmount(nano(charged - anew), unit),
    transaction_id: seq === null ? null : transactionId({ accountId: ctx.accountId, unit, seq }),
  };
}

// From what was rolled up when it was posted: a re-rate may be of a million calls.
const PARTS = `
SELECT r.version, d.feature, to_char(d.used_on, 'YYYY-MM') AS month, sum(d.calls)::text AS calls, sum(d.charge)::text AS charge
FROM re_rate_days d JOIN re_rates r ON r.id = d.re_rate_id
WHERE d.account_id = $1::uuid AND d.unit = $2::wallet_unit AND d.re_rate_id = $3::uuid
GROUP BY r.version, d.feature, month ORDER BY month, d.feature`;

const CALL = `
SELECT e.unit::text AS unit, r.version, e.old_charge, e.new_charge, s.posted_seq
FROM re_rate_events e JOIN re_rates r ON r.id = e.re_rate_id
LEFT JOIN re_rate_accounts s ON s.account_id = e.account_id AND s.re_rate_id = e.re_rate_id AND s.unit = e.unit
WHERE e.account_id = $1::uuid AND e.unit = $2::wallet_unit AND e.event_id = $3 AND e.is_posted`;
