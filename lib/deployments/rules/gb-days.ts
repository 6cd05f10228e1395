import type { Micro } from "@/lib/metering/rules/quantity";
import { ceilDiv } from "@/lib/values/money";
import { DAY_MS, startOfDay, type UtcDay } from "@/lib/values/time";

/** A volume from some moment on: its size in millionths of a GB, nothing once it is gone. */
export interface SizeChange {
  at: Date;
  sizeGb: Micro;
}

/** What a volume took on a UTC day, in millionths of a GB-day: its size by the time that it had it, rounded up. Changes are in order. */
export function gbDaysOf(changes: readonly SizeChange[], day: UtcDay): Micro {
  const [begin, end] = [startOfDay(day).getTime(), startOfDay(day).getTime() + DAY_MS];
  let sum = 0n;
  for (const [index, { at, sizeGb }] of changes.entries()) {
    const from = Math.max(begin, at.getTime());
    const to = Math.min(end, changes[index + 1]?.at.getTime() ?? end);
    if (to > from) sum += sizeGb * BigInt(to - from);
  }
  return ceilDiv(sum, BigInt(DAY_MS)) as Micro;
}
