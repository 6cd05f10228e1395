import { creditValueOf } from "@/lib/metering/credit-value";
import { categoryOf } from "@/lib/metering/rules/categories";
import {
  chargedGroups,
  type ChargedGroup,
  shownCharges,
  shownDays,
} from "@/lib/metering/rules/shown-charges";
import { worthOf } from "@/lib/metering/rules/worth";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { type Comparison, daysBefore } from "@/lib/values/display/compare";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { formatCredits, nano } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { DAY_MS, startOfDay, startOfMonth, type UtcDay, utcDay } from "@/lib/values/time";
import { formatUsd, type PicoUsd } from "@/lib/values/usd";
import { type NameOf, readNames } from "./read-names";
import { readSums, type SumRow } from "./read-sums";
import { type Days, defaultDays, periodsOf } from "./rules";
import { type CONSUMERS, type ConsumerKind, type Period } from "./schema";

/** What was consumed. ECU and dollars as decimal strings. */
export interface Consumed {
  calls: number;
  tokens: number;
  charge: string;
  charge_usd: string;
  tool_runs: number;
}

export interface Consumer extends Consumed {
  /** As usage names it; empty for what named none. */
  value: string;
  name: string;
  /** Of what was charged in all, with one decimal; with that of the others it comes to 100. */
  share_percent: number;
  /** ECU in the days that these are compared with. */
  before: string;
}

export interface Consumers {
  rows: Consumer[];
  other: (Consumed & { consumers: number; share_percent: number; before: string }) | null;
}

export interface Consumption extends Days {
  per: Period;
  before: Days;
  totals: Consumed & { before: string };
  /** What re-rates posted in these days changed of earlier charges: below zero what was given back. It is in no other sum. */
  re_rated: Omit<Consumed, "tokens">;
  periods: (Days & Consumed & { jobs: { value: string; name: string; charge: string }[] })[];
  top: Record<ConsumerKind, Consumers>;
  /** How the charges are written, by `shownCharges`: as on every page of usage. */
  shown: ShownConsumption;
}

export interface ShownConsumption {
  total: string;
  /** By a period's first day. */
  periods: ReadonlyMap<string, string>;
  features: ReadonlyMap<string, string>;
  /** In the order of the rows; that of the others last, where there are some. */
  top: Record<ConsumerKind, string[]>;
}

export interface ConsumptionAsked {
  from?: UtcDay | undefined;
  to?: UtcDay | undefined;
  per: Period;
  top: number;
  /** With which days; as many right before without it. */
  compare?: Comparison | undefined;
}

/** A year of days; for months ten years. */
const LONGEST_DAYS = { day: 366, month: 3_660 } as const;

/**
 * What the account consumed between two UTC days, by day or month and by who or what consumed most. Every part adds up to the same total, which is that of
 * `readUsage` for the same days; with what re-rates changed it is what the ledger charged.
 * @throws Refusal `invalid_request` for days that are too many or not in order.
 */
export async function readConsumption(
  ctx: Context,
  { from, to, per, top, compare = "previous" }: ConsumptionAsked,
  now = new Date(),
): Promise<Consumption> {
  requirePermission(ctx, "usage:read");
  const usual = defaultDays(per, utcDay(now));
  const days = { from: from ?? (to && to < usual.from ? startOfMonth(to) : usual.from), to: to ?? usual.to };
  requireOrder(days);
  const count = (startOfDay(days.to).getTime() - startOfDay(days.from).getTime()) / DAY_MS + 1;
  if (count > LONGEST_DAYS[per]) throw invalid("from", `is more than ${LONGEST_DAYS[per]} days before to`);
  const before = daysBefore(days, compare);
  const [rows, creditValue, nameOf] = await Promise.all([
    readSums(ctx.accountId, { ...days, before, per, top }),
    creditValueOf(ctx.accountId),
    readNames(ctx),
  ]);
  const total = rows.find(({ kind }) => kind === "total") ?? NOTHING;
  const { calls, charge, charge_usd, tool_runs } = consumed(
    rows.filter(({ kind }) => kind === "re_rated"),
    creditValue,
  );
  const consumersOf = (kind: ConsumerKind) => consumers(kind, ofKind(rows, kind), creditValue, nameOf);
  const periods = periodsOf(days, per).map((period) => {
    const start = per === "month" ? startOfMonth(period.from) : period.from;
    const parts = rows.filter((row) => row.kind === "period" && row.period === start);
    const jobs = parts.map(({ value, charge }) => ({
      value: value ?? "",
      name: nameOf("feature", value ?? ""),
      charge: ecu(charge),
    }));
    return { ...period, ...consumed(parts, creditValue), jobs };
  });
  return {
    ...days,
    per,
    before,
    totals: { ...consumed([total], creditValue), before: ecu(total.before) },
    re_rated: { calls, charge, charge_usd, tool_runs },
    periods,
    top: {
      member: consumersOf("member"),
      model: consumersOf("model"),
      feature: consumersOf("feature"),
      team: consumersOf("team"),
      project: consumersOf("project"),
      key: consumersOf("key"),
    },
    shown: shownOf(rows, periods),
  };
}

function shownOf(rows: readonly SumRow[], periods: Consumption["periods"]): ShownConsumption {
  const jobs = periods.flatMap((period) =>
    period.jobs.map(({ value, charge }) => ({ value, charge, category: categoryOf(value) })),
  );
  const { total, groups } = shownCharges(chargedGroups(jobs, ({ value }) => value));
  const top = (kind: ConsumerKind) => {
    const { named, rest, groups } = sharedOut(ofKind(rows, kind));
    const shown = named.map(({ value }) => groups.get(value)?.all ?? "0");
    return rest ? [...shown, sumOf([total, ...shown.map(minus)])] : shown;
  };
  return {
    total,
    periods: shownDays(new Map(periods.map(({ from, charge }) => [from, charge])), total),
    features: new Map([...groups].map(([feature, { all }]) => [feature, all])),
    top: {
      member: top("member"),
      model: top("model"),
      feature: top("feature"),
      team: top("team"),
      project: top("project"),
      key: top("key"),
    },
  };
}

function ofKind(rows: readonly SumRow[], kind: ConsumerKind): SumRow[] {
  return rows.filter((row) => row.kind === kind);
}

function minus(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}

/** The rows of a kind with how each group is written: by all groups, also those that are not named, unless they are too many for any page. */
function sharedOut(rows: readonly SumRow[]) {
  const rest = rows.find(({ value }) => value === null);
  const named = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  const groups = [
    ...named.map(({ value, charge, timed }) => groupOf(value, charge, timed)),
    ...(rest?.others ?? (rest ? [[OTHERS, rest.charge, rest.timed] as const] : [])).map(
      ([value, charge, timed]) => groupOf(value, charge, timed),
    ),
  ];
  return { named, rest, groups: shownCharges(groups).groups };
}

// No name of anything: it would be a control character.
const OTHERS = "\u0000";

function groupOf(key: string, charge: string, timed: string): ChargedGroup {
  return { key, called: ecu((BigInt(charge) - BigInt(timed)).toString()), byTime: ecu(timed) };
}

const NOTHING: SumRow = {
  kind: "total",
  period: null,
  value: "",
  consumers: "0",
  calls: "0",
  tokens: "0",
  charge: "0",
  timed: "0",
  tool_runs: "0",
  before: "0",
  others: null,
};

function consumers(
  kind: (typeof CONSUMERS)[number],
  rows: readonly SumRow[],
  creditValue: PicoUsd,
  nameOf: NameOf,
): Consumers {
  const { named, rest, groups } = sharedOut(rows);
  const shares = named.map(({ value }) => groups.get(value)?.share ?? "0");
  const ofOthers = sumOf([...groups.values()].map(({ share }) => share).concat(shares.map(minus)));
  return {
    rows: named.map((row, index) => ({
      value: row.value,
      name: nameOf(kind, row.value),
      share_percent: Number(shares[index] ?? 0),
      ...consumed([row], creditValue),
      before: ecu(row.before),
    })),
    other: rest
      ? {
          consumers: Number(rest.consumers),
          share_percent: Number(ofOthers),
          ...consumed([rest], creditValue),
          before: ecu(rest.before),
        }
      : null,
  };
}

function consumed(rows: readonly SumRow[], creditValue: PicoUsd): Consumed {
  const sum = (of: "calls" | "tokens" | "charge" | "tool_runs") =>
    rows.reduce((all, row) => all + BigInt(row[of]), 0n);
  const charge = nano(sum("charge"));
  return {
    calls: Number(sum("calls")),
    tokens: Number(sum("tokens")),
    charge: formatCredits(charge),
    charge_usd: formatUsd(worthOf(charge, creditValue)),
    tool_runs: Number(sum("tool_runs")),
  };
}

function ecu(digits: string): string {
  return formatCredits(nano(BigInt(digits)));
}
