import { audit } from "@/lib/accounts/audit";
import { inAccount, readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Context, requirePermission } from "@/lib/values/context";

/** How an account is told of unusual days. All off: nobody is. */
export interface AnomalySettings {
  inBanner: boolean;
  byEmail: boolean;
  byWebhook: boolean;
}

const DEFAULTS: AnomalySettings = { inBanner: true, byEmail: true, byWebhook: true };

/** The account's own choice, or the default. */
export async function settingsOf(sql: Sql, accountId: string): Promise<AnomalySettings> {
  const [row] = await sql.query<AnomalySettings>(
    `SELECT in_banner AS "inBanner", by_email AS "byEmail", by_webhook AS "byWebhook" FROM anomaly_settings WHERE account_id = $1::uuid`,
    [accountId],
  );
  return row ?? DEFAULTS;
}

/** The same for the page of alerts. */
export function readAnomalySettings(ctx: Context): Promise<AnomalySettings> {
  requirePermission(ctx, "ledger:read");
  return readInAccount(ctx.accountId, (sql) => settingsOf(sql, ctx.accountId));
}

/** Chooses how the account is told of unusual days. */
export async function saveAnomalySettings(ctx: Context, settings: AnomalySettings): Promise<void> {
  requirePermission(ctx, "alerts:write");
  const { accountId } = ctx;
  const { inBanner, byEmail, byWebhook } = settings;
  await inAccount(accountId, async (tx) => {
    const data = { inBanner, byEmail, byWebhook };
    await tx.anomalySettings.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
    await audit(tx, ctx, {
      action: "anomalies.saved",
      details: { banner: inBanner, email: byEmail, webhook: byWebhook },
    });
  });
}
