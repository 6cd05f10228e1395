import { accountIdsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { type Nano, nano } from "@/lib/values/money";
import { addDays, addMonths, startOfDay, startOfMonth, type UtcDay, utcDay } from "@/lib/values/time";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import type { MarginFilter } from "./margins";
import { knownCards } from "./rate-cards";
import { type Margin, marginOf, type Spend } from "./rules/margin";
import { cardInForce, type RateCard } from "./rules/rate-card";
import type { TrendPeriod } from "./schema-margins";

/** What was earned in a week or month. Days are UTC, both included; those of the newest end today. */
export interface TrendPoint extends Pick<Margin, "revenue" | "cost" | "marginPpm" | "markupPpm"> {
  from: UtcDay;
  to: UtcDay;
  calls: number;
  /** The credit that the revenue is the worth of. */
  charge: Nano;
  /** What of the revenue has a recorded cost: margin and markup are of this. */
  costedRevenue: PicoUsd;
}

/** Its periods, oldest first, and the ratios of all of them together. */
export interface MarginTrend {
  points: readonly TrendPoint[];
  total: Pick<Margin, "marginPpm" | "markupPpm">;
}

/** A quarter of weeks, a year of months. */
const SHOWN: Readonly<Record<TrendPeriod, number>> = { week: 13, month: 12 };

interface PartRecord {
  account_id: string;
  part: number;
  calls: string;
  charge: string;
  /** The charge of what has a cost. */
  costed: string;
  cost: string;
}

/**
 * How the realised margin moved, oldest first, empty periods too: from the rollup of usage by the day of the calls, each day's credit at what it was worth at
 * its end, with what re-rates have changed of it since. Features and models of which no cost was recorded are in no
 * ratio. Fees for calls with customers' own keys are in it: the rollup does not tell them apart.
 */
export async function readMarginTrend(
  per: TrendPeriod,
  { account, feature, model }: MarginFilter = {},
  now = new Date(),
): Promise<MarginTrend> {
  const periods = periodsOf(per, utcDay(now));
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) throw new Error("a trend has periods");
  const cards = await knownCards();
  const spends = periods.map(() => ({ calls: 0, all: [] as Spend[], costed: [] as Spend[] }));
  await readAcrossAccounts(async (sql) => {
    for await (const accounts of accountIdsInTurn(sql, account)) {
      // Within a part every credit of an account is worth the same.
      const parts = partsOf(periods, cards, new Set(accounts), now);
      const values = [
        accounts,
        first.from,
        last.to,
        parts.map(({ from }) => from),
        feature ?? null,
        model ?? null,
      ];
      for (const record of await sql.query<PartRecord>(PARTS, values)) {
        const part = parts[record.part - 1];
        const into = part && spends[part.period];
        if (!into) throw new Error("usage of a day that was not asked for");
        into.calls += Number(record.calls);
        const spend = spendOf(record, part.from, cards, now);
        into.all.push(spend);
        into.costed.push({ ...spend, charge: nano(BigInt(record.costed)) });
      }
    }
  });
  const points = periods.map((period, index) => {
    const { calls, all, costed } = spends[index] ?? { calls: 0, all: [], costed: [] };
    const { revenue, cost } = marginOf(all);
    const { revenue: costedRevenue, marginPpm, markupPpm } = marginOf(costed);
    const charge = nano(all.reduce((sum, spend) => sum + spend.charge, 0n));
    return { ...period, calls, charge, revenue, costedRevenue, cost, marginPpm, markupPpm };
  });
  const { marginPpm, markupPpm } = marginOf(spends.flatMap(({ costed }) => costed));
  return { points, total: { marginPpm, markupPpm } };
}

function periodsOf(per: TrendPeriod, today: UtcDay): { from: UtcDay; to: UtcDay }[] {
  // Weeks begin on Monday.
  const weekday = (startOfDay(today).getUTCDay() + 6) % 7;
  const newest = per === "month" ? startOfMonth(today) : addDays(today, -weekday);
  const beginOf = (back: number) => (per === "month" ? addMonths(newest, -back) : addDays(newest, -7 * back));
  return Array.from({ length: SHOWN[per] }, (_, index) => {
    const back = SHOWN[per] - 1 - index;
    return { from: beginOf(back), to: back === 0 ? today : addDays(beginOf(back - 1), -1) };
  });
}

/** The periods, cut where a card that concerns one of the accounts begins. */
function partsOf(
  periods: readonly { from: UtcDay; to: UtcDay }[],
  cards: readonly RateCard[],
  accounts: ReadonlySet<string>,
  now: Date,
): { from: UtcDay; period: number }[] {
  const begins = cards
    .filter(({ accountId, validFrom }) => (accountId === null || accounts.has(accountId)) && validFrom <= now)
    .map(({ validFrom }) => utcDay(validFrom));
  return periods.flatMap(({ from, to }, period) => {
    const within = begins.filter((day) => day > from && day <= to);
    return [...new Set([from, ...within])].toSorted().map((day) => ({ from: day, period }));
  });
}

function spendOf(
  { account_id: accountId, charge, cost }: PartRecord,
  day: UtcDay,
  cards: readonly RateCard[],
  now: Date,
): Spend {
  const endOfDay = new Date(Math.min(startOfDay(addDays(day, 1)).getTime() - 1, now.getTime()));
  const card = cardInForce(cards, accountId, endOfDay) ?? cardInForce(cards, null, endOfDay);
  if (!card) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  return {
    ...{ charge: nano(BigInt(charge)), cost: picoUsd(BigInt(cost)) },
    ...{ creditValue: card.creditValue, markupPpm: 1_000_000n },
  };
}

const PARTS = `
SELECT account_id, part, sum(calls)::text AS calls, sum(charge)::text AS charge,
  coalesce(sum(charge) FILTER (WHERE cost > 0), 0)::text AS costed, sum(cost)::text AS cost
FROM (
SELECT account_id, width_bucket(day, $4::date[]) AS part, sum(calls) AS calls, sum(charge) AS charge, sum(cost_usd) AS cost
FROM (
  SELECT account_id, day, unit, feature, model, calls, charge, cost_usd FROM usage_days
  WHERE account_id = ANY ($1::uuid[]) AND day BETWEEN $2::date AND $3::date
  UNION ALL
  SELECT account_id, used_on, unit, feature, model, 0, charge, 0 FROM re_rate_days
  WHERE account_id = ANY ($1::uuid[]) AND used_on BETWEEN $2::date AND $3::date
) AS used
WHERE unit = 'credit' AND ($5::text IS NULL OR feature = $5) AND ($6::text IS NULL OR model = $6)
GROUP BY 1, 2, feature, model
) AS kinds
GROUP BY 1, 2`;
