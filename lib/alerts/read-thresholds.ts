import type { Sql } from "@/lib/db/sql";
import type { Role } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { defaultThresholds } from "./rules/defaults";
import type { AlertKind, Threshold } from "./rules/threshold";

interface Row {
  kind: AlertKind;
  value: bigint;
  in_banner: boolean;
  by_email: boolean;
  by_webhook: boolean;
  roles: Role[];
  emails: string[];
  is_enabled: boolean;
}

/** A wallet's thresholds: the account's own, if it has set some, or else the defaults. */
export async function readThresholds(
  sql: Sql,
  accountId: string,
  unit: Unit,
  hasOwn: boolean,
): Promise<Threshold[]> {
  if (!hasOwn) return defaultThresholds(unit);
  const rows = await sql.query<Row>(
    `SELECT kind::text AS kind, value, in_banner, by_email, by_webhook, roles, emails, is_enabled FROM alert_thresholds t
     WHERE account_id = $1::uuid AND unit = $2::wallet_unit ORDER BY t.kind, value`,
    [accountId, unit],
  );
  return rows.map(({ kind, value, in_banner, by_email, by_webhook, roles, emails, is_enabled }) => ({
    unit,
    kind,
    value,
    inBanner: in_banner,
    byEmail: by_email,
    byWebhook: by_webhook,
    roles,
    emails,
    isEnabled: is_enabled,
  }));
}
