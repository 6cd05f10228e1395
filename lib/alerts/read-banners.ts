import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { formatAmount } from "@/lib/ledger/row";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import { anomalyBanner } from "./anomalies/read-anomaly";
import { budgetBanner } from "./budgets/read-warnings";
import { readThresholds } from "./read-thresholds";
import { type AlertBanner, bannerOf, type Dismissed, isDismissed } from "./rules/banner";
import { levelOf } from "./rules/threshold";

/** What alerts put above every page. */
export interface AlertNotices {
  banners: AlertBanner[];
  /** The free credit that expired unused, in an account that never bought any and got none since; null otherwise. */
  expired: string | null;
  /** The next balances at which a banner comes, as decimals; a page that stays open asks again there. */
  next: { credit: string | null; tool_run: string | null };
}

interface Row {
  unit: Unit;
  balance: Nano;
  allocation: Nano;
  allocation_seq: bigint;
  has_own: boolean | null;
}

const WALLETS = `
SELECT w.unit::text AS unit, w.balance, w.allocation, w.allocation_seq, s.has_own
FROM wallets w LEFT JOIN alert_states s ON s.account_id = w.account_id AND s.unit = w.unit
WHERE w.account_id = $1::uuid ORDER BY w.unit`;

// The rows after something was added last are read only where all of it was free and one of its grants is over.
const EXPIRED = `
SELECT w.unit::text AS unit, sum(-t.amount)::bigint AS amount
FROM wallets w JOIN transactions t ON t.account_id = w.account_id AND t.unit = w.unit AND t.seq > w.allocation_seq AND t.type = 'expiry'
WHERE w.account_id = $1::uuid
  AND EXISTS (SELECT FROM grants g WHERE g.account_id = $1::uuid AND g.unit = w.unit AND g.expires_at <= now())
  AND NOT EXISTS (SELECT FROM grants g WHERE g.account_id = $1::uuid AND g.unit = w.unit AND g.paid > 0)
GROUP BY w.unit`;

/** Whatever there is to tell the person who looks, without what they have put away. */
export async function readAlertNotices(ctx: Context, now = new Date()): Promise<AlertNotices> {
  requirePermission(ctx, "ledger:read");
  const { accountId, actor } = ctx;
  return readInAccount(accountId, async (sql) => {
    const wallets = await sql.query<Row>(WALLETS, [accountId]);
    const ended = await sql.query<{ unit: Unit; amount: Nano }>(EXPIRED, [accountId]);
    const expiredOf = (unit: Unit) => ended.find((one) => one.unit === unit)?.amount ?? nano(0n);
    const dismissed = actor.kind === "member" ? await readDismissed(sql, accountId, actor.userId) : [];
    const found: (AlertBanner | null)[] = [];
    const next: AlertNotices["next"] = { credit: null, tool_run: null };
    for (const { unit, balance, allocation, allocation_seq: allocationSeq, has_own } of wallets) {
      const thresholds = await readThresholds(sql, accountId, unit, has_own ?? false);
      const expired = expiredOf(unit);
      found.push(bannerOf({ unit, balance, allocation, allocationSeq, expired }, thresholds));
      const levels = thresholds
        .filter(({ inBanner, isEnabled }) => inBanner && isEnabled)
        .flatMap((threshold) => levelOf(threshold, allocation) ?? [])
        .filter((level) => level < balance);
      const nearest = levels.reduce<bigint | null>(
        (most, level) => (most === null || level > most ? level : most),
        null,
      );
      next[unit] = nearest === null ? null : formatAmount(nano(nearest), unit);
    }
    found.push(await budgetBanner(sql, accountId, now), await anomalyBanner(sql, accountId, now));
    const expired = expiredOf("credit");
    return {
      banners: found.flatMap((banner) => (banner && !isDismissed(banner, dismissed) ? [banner] : [])),
      expired: expired > 0n ? formatAmount(expired, "credit") : null,
      next,
    };
  });
}

function readDismissed(sql: Sql, accountId: string, userId: string): Promise<Dismissed[]> {
  return sql.query<Dismissed>(
    "SELECT topic, series, rank FROM banner_dismissals WHERE account_id = $1::uuid AND user_id = $2::uuid",
    [accountId, userId],
  );
}
