import { DAY_MS } from "@/lib/values/time";

/** Whether a card can still be charged: not for much longer is a month before the end of its last month. */
export type Expiry = "good" | "soon" | "expired";

const SOON_MS = 30 * DAY_MS;

/** A card can be charged until the end of its last month, in UTC here. What has no end, such as a bank account, is good. */
export function expiryOf(month: number | null, year: number | null, now: Date): Expiry {
  if (month === null || year === null) return "good";
  const end = Date.UTC(year, month, 1);
  if (now.getTime() >= end) return "expired";
  return now.getTime() >= end - SOON_MS ? "soon" : "good";
}
