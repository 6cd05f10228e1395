import { DAY_MS } from "@/lib/values/time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after an attempt that failed the next one comes: ten attempts over some three days. */
const PAUSES_MS = [
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** How long an endpoint may take nothing at all until it is switched off: longer than any message is tried. */
export const GIVE_UP_MS = 5 * DAY_MS;

/**
 * How long to wait after that many failed attempts; null when it was the last.
 * @param retryAfterMs what the endpoint asked for, which is waited for up to a day
 * @param chance from 0 to 1, spreads what failed together over a tenth of the pause
 */
export function pauseAfter(failed: number, retryAfterMs: number | null, chance: number): number | null {
  const pause = PAUSES_MS[failed - 1];
  if (pause === undefined) return null;
  return Math.round(Math.max(pause * (1 + chance / 10), Math.min(retryAfterMs ?? 0, DAY_MS)));
}

/** What a Retry-After header asks for: seconds, or a date. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const at = header.endsWith(" GMT") ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
