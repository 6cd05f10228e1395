import { formatAmount } from "@/lib/ledger/row";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission, type Role } from "@/lib/values/context";
import { type Unit, UNITS } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { readThresholds } from "./read-thresholds";
import { readReaders } from "./receivers";
import { type AlertLetter, alertLetter } from "./rules/letter";
import { type AlertKind, byWhatIsLeft, isReached, keyOf, levelOf } from "./rules/threshold";

/** An alert as the settings show it. */
export interface AlertView {
  key: string;
  kind: AlertKind;
  /** Whole percent; decimal ECU; whole tool runs. */
  value: string;
  inBanner: boolean;
  byEmail: boolean;
  byWebhook: boolean;
  roles: Role[];
  emails: string[];
  isEnabled: boolean;
  /** The balance at which it comes, as there is credit now; null when a share of nothing is meant. */
  at: string | null;
  isReached: boolean;
  /** The mail as it would read. */
  letter: AlertLetter;
}

export interface WalletAlerts {
  unit: Unit;
  balance: string;
  allocation: string;
  /** False while the defaults hold. */
  hasOwn: boolean;
  alerts: AlertView[];
}

/** The alerts of both wallets, least used first. */
export async function listAlerts(ctx: Context): Promise<WalletAlerts[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const { accountName, recharge } = await readReaders(accountId);
  return readInAccount(accountId, async (sql) => {
    const wallets: WalletAlerts[] = [];
    for (const unit of UNITS) {
      const [row] = await sql.query<{ balance: bigint; allocation: bigint; has_own: boolean | null }>(
        `SELECT w.balance, w.allocation, s.has_own FROM wallets w
         LEFT JOIN alert_states s ON s.account_id = w.account_id AND s.unit = w.unit
         WHERE w.account_id = $1::uuid AND w.unit = $2::wallet_unit`,
        [accountId, unit],
      );
      const [balance, allocation] = [nano(row?.balance ?? 0n), nano(row?.allocation ?? 0n)];
      const hasOwn = row?.has_own ?? false;
      const thresholds = byWhatIsLeft(await readThresholds(sql, accountId, unit, hasOwn), allocation);
      const alerts = thresholds.map((threshold) => {
        const { kind, value, inBanner, byEmail, byWebhook, roles, emails, isEnabled } = threshold;
        const level = levelOf(threshold, allocation);
        const letter = alertLetter({
          accountId,
          accountName,
          unit,
          mark: threshold,
          balance: level ?? balance,
          allocation,
          recharge,
        });
        return {
          key: keyOf(threshold),
          kind,
          value: kind === "amount" ? formatAmount(nano(value), unit) : value.toString(),
          inBanner,
          byEmail,
          byWebhook,
          roles: [...roles],
          emails: [...emails],
          isEnabled,
          at: level === null ? null : formatAmount(level, unit),
          isReached: isReached(threshold, balance, allocation),
          letter,
        };
      });
      wallets.push({
        unit,
        balance: formatAmount(balance, unit),
        allocation: formatAmount(allocation, unit),
        hasOwn,
        alerts,
      });
    }
    return wallets;
  });
}
