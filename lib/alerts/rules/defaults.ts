import type { Unit } from "@/lib/values/ids";
import type { Threshold } from "./threshold";

const BANNERS = [20n, 50n, 70n, 80n, 90n, 95n, 100n];
const MAILS: ReadonlySet<bigint> = new Set([50n, 70n, 80n, 90n, 95n]);

/** Who answers for an account's money. */
export const MONEY_ROLES = ["owner", "admin", "billing"] as const;

/** What holds for a wallet whose account has set no thresholds of its own. */
export function defaultThresholds(unit: Unit): Threshold[] {
  return BANNERS.map((value) => ({
    unit,
    kind: "used_percent",
    value,
    inBanner: true,
    byEmail: MAILS.has(value),
    byWebhook: true,
    roles: MONEY_ROLES,
    emails: [],
    isEnabled: true,
  }));
}
