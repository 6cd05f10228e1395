import type { Nano } from "@/lib/values/money";
import { startOfDay, type UtcDay } from "@/lib/values/time";
import { displayShortDay } from "@/lib/values/display/time";
import { amountInWords } from "../rules/words";
import type { UsualRange } from "./unusual";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export interface Anomaly {
  day: UtcDay;
  spent: Nano;
  usual: UsualRange;
}

/** "Spending on Saturday, 21 Nov is unusually high". */
export function anomalyInWords({ day }: Pick<Anomaly, "day">): string {
  return `Spending on ${weekdayOf(day)}, ${displayShortDay(day)} is unusually high`;
}

/** "210 ECU when it was noticed; a Saturday (UTC) usually comes to no more than 40 ECU." */
export function comparedInWords({ day, spent, usual }: Anomaly): string {
  const least = usual.from > 0n ? `between ${amountInWords(usual.from, "credit")} and` : "no more than";
  return `${amountInWords(spent, "credit")} when it was noticed; a ${weekdayOf(day)} (UTC) usually comes to ${least} ${amountInWords(usual.to, "credit")}.`;
}

function weekdayOf(day: UtcDay): string {
  return WEEKDAYS[startOfDay(day).getUTCDay()] ?? "";
}
