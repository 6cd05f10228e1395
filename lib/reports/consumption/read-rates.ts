import { readCosts } from "@/lib/ledger/read-costs";
import { readDailyCosts } from "@/lib/ledger/read-daily-costs";
import { readMonth } from "@/lib/metering/read-month";
import type { Context } from "@/lib/values/context";
import { displayChange } from "@/lib/values/display/change";
import { displayMonth, displayShortRange } from "@/lib/values/display/time";
import { formatCredits, nano } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";

const WEEK = 7;

/** How much goes at present, by the ledger: today, on a day of the last seven, and this month, each with what it compares with. */
export async function readRates(ctx: Context, at: Date) {
  const today = utcDay(at);
  const [days, weekBefore, { now, before }] = await Promise.all([
    readDailyCosts(ctx, addDays(today, -WEEK), today),
    readCosts(ctx, addDays(today, -2 * WEEK), addDays(today, -WEEK - 1)),
    readMonth(ctx, today),
  ]);
  const week = days.slice(0, WEEK).reduce((sum, { cost }) => sum + cost, 0n);
  const sameDay = days[0]?.cost ?? 0n;
  const against = (change: string | null, what: string) =>
    change === null ? `nothing ${what}` : `${change} against ${what}`;
  return [
    {
      label: "Today so far (UTC)",
      value: formatCredits(days.at(-1)?.cost ?? nano(0n)),
      note: `${formatWhole(sameDay)} ECU on the whole of the same day last week`,
    },
    {
      label: "A day, of the last seven",
      value: formatCredits(nano(week / BigInt(WEEK))),
      note: against(displayChange(week, weekBefore), "the seven days before"),
    },
    {
      label: `This month (${displayMonth(today)})`,
      value: formatCredits(now.cost),
      note: against(displayChange(now.cost, before.cost), displayShortRange(before.from, before.to)),
    },
  ];
}

function formatWhole(amount: bigint): string {
  return ((amount + 500_000_000n) / 1_000_000_000n).toString();
}
