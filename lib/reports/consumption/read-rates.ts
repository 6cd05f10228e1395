import { readMonth } from "@/lib/metering/read-month";
import { readUsage } from "@/lib/metering/usage";
import type { Context } from "@/lib/values/context";
import { displayChange } from "@/lib/values/display/change";
import { displayCount } from "@/lib/values/display/count";
import { displayMonth, displayShortRange } from "@/lib/values/display/time";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { addDays, type UtcDay, utcDay } from "@/lib/values/time";

const WEEK = 7;

/** How much is used at present, as the charts of the page have it: today, on a day of the last seven, and this month, each with what it compares with. */
export async function readRates(ctx: Context, at: Date) {
  const today = utcDay(at);
  const [{ rows }, { now, before }] = await Promise.all([
    readUsage(ctx, { from: addDays(today, -2 * WEEK), to: today, groupBy: ["day"] }),
    readMonth(ctx, today),
  ]);
  const used = (from: UtcDay, to: UtcDay) =>
    nano(
      rows.reduce(
        (sum, { day = "", charge }) => (day >= from && day <= to ? sum + parseCredits(charge) : sum),
        0n,
      ),
    );
  // Today is not over, and is in no average.
  const [first, last] = [addDays(today, -WEEK), addDays(today, -1)];
  const week = used(first, last);
  const weekBefore = used(addDays(today, -2 * WEEK), addDays(today, -WEEK - 1));
  const sameDay = used(addDays(today, -WEEK), addDays(today, -WEEK));
  const against = (change: string | null, what: string) =>
    change === null ? `nothing in ${what}` : `${change} vs ${what}`;
  return [
    {
      label: "Today so far (UTC)",
      value: formatCredits(used(today, today)),
      note: onSameDay(sameDay),
    },
    {
      label: `Daily average, ${displayShortRange(first, last)}`,
      value: formatCredits(nano(week / BigInt(WEEK))),
      note: against(displayChange(week, weekBefore), "the 7 days before"),
    },
    {
      label: `This month (${displayMonth(today)})`,
      value: formatCredits(now.used),
      note: against(displayChange(now.used, before.used), displayShortRange(before.from, before.to)),
    },
  ];
}

/** What the whole of the same weekday came to, in whole credits: today is not over, and is compared at a glance. */
function onSameDay(amount: bigint): string {
  if (amount === 0n) return "nothing on the same day last week";
  const whole = (amount + 500_000_000n) / 1_000_000_000n;
  return `${whole === 0n ? "under 1" : displayCount(whole)} ECU on the same day last week, all day`;
}
