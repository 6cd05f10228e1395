import { addDays, utcDay } from "@/lib/values/time";

/** Thirty UTC days that end yesterday: what they come to does not grow while it is looked at. */
export function settled(): { from: string; to: string; query: string } {
  const today = utcDay(new Date());
  const [from, to] = [addDays(today, -30), addDays(today, -1)];
  return { from, to, query: `from=${from}&to=${to}` };
}
