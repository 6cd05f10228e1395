import { addDays, addMonths, startOfDay, startOfMonth, type UtcDay, utcDay } from "@/lib/values/time";
import type { BudgetPeriod } from "./limit";

/** The UTC days that count at a time. */
export interface Period {
  /** The first day; null for everything before, too. */
  from: UtcDay | null;
  /** The first day that no longer counts; null for a total. */
  to: UtcDay | null;
  /** The very moment at which another period begins. */
  resetsAt: Date | null;
}

/** The period that a moment belongs to. Days, weeks (from Monday) and months begin at midnight UTC; a total at `startsOn`. */
export function periodOf(period: BudgetPeriod, startsOn: UtcDay | null, now: Date): Period {
  const today = utcDay(now);
  switch (period) {
    case "daily":
      return between(today, addDays(today, 1));
    case "weekly": {
      // Sunday is 0.
      const monday = addDays(today, -((now.getUTCDay() + 6) % 7));
      return between(monday, addDays(monday, 7));
    }
    case "monthly":
      return between(startOfMonth(today), addMonths(today, 1));
    case "total":
      return { from: startsOn, to: null, resetsAt: null };
  }
}

function between(from: UtcDay, to: UtcDay): Period {
  return { from, to, resetsAt: startOfDay(to) };
}
