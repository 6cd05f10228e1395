import { creditValueOf } from "@/lib/metering/credit-value";
import { worthOf } from "@/lib/metering/rules/worth";
import { type Context, requirePermission } from "@/lib/values/context";
import { sharesOf } from "@/lib/values/display/shares";
import { formatCredits, nano } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { DAY_MS, startOfDay, startOfMonth, type UtcDay, utcDay } from "@/lib/values/time";
import { formatUsd, type PicoUsd } from "@/lib/values/usd";
import { type NameOf, readNames } from "./read-names";
import { readSums, type SumRow } from "./read-sums";
import { type Days, daysBefore, defaultDays, periodsOf } from "./rules";
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
  /** ECU in as many days right before. */
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
}

export interface ConsumptionAsked {
  from?: UtcDay | undefined;
  to?: UtcDay | undefined;
  per: Period;
  top: number;
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
  { from, to, per, top }: ConsumptionAsked,
  now = new Date(),
): Promise<Consumption> {
  requirePermission(ctx, "usage:read");
  const usual = defaultDays(per, utcDay(now));
  const days = { from: from ?? (to && to < usual.from ? startOfMonth(to) : usual.from), to: to ?? usual.to };
  if (days.from > days.to) throw invalid("from", "is after to");
  const count = (startOfDay(days.to).getTime() - startOfDay(days.from).getTime()) / DAY_MS + 1;
  if (count > LONGEST_DAYS[per]) throw invalid("from", `is more than ${LONGEST_DAYS[per]} days before to`);
  const before = daysBefore(days);
  const [rows, creditValue, nameOf] = await Promise.all([
    readSums(ctx.accountId, { ...days, before: before.from, per, top }),
    creditValueOf(ctx.accountId),
    readNames(ctx),
  ]);
  const total = rows.find(({ kind }) => kind === "total") ?? NOTHING;
  const { calls, charge, charge_usd, tool_runs } = consumed(
    rows.filter(({ kind }) => kind === "re_rated"),
    creditValue,
  );
  const consumersOf = (kind: ConsumerKind) =>
    consumers(
      kind,
      rows.filter((row) => row.kind === kind),
      creditValue,
      nameOf,
    );
  return {
    ...days,
    per,
    before,
    totals: { ...consumed([total], creditValue), before: ecu(total.before) },
    re_rated: { calls, charge, charge_usd, tool_runs },
    periods: periodsOf(days, per).map((period) => {
      const start = per === "month" ? startOfMonth(period.from) : period.from;
      const parts = rows.filter((row) => row.kind === "period" && row.period === start);
      const jobs = parts.map(({ value, charge }) => ({
        value: value ?? "",
        name: nameOf("feature", value ?? ""),
        charge: ecu(charge),
      }));
      return { ...period, ...consumed(parts, creditValue), jobs };
    }),
    top: {
      member: consumersOf("member"),
      model: consumersOf("model"),
      feature: consumersOf("feature"),
      team: consumersOf("team"),
      project: consumersOf("project"),
      key: consumersOf("key"),
    },
  };
}

const NOTHING: SumRow = {
  kind: "total",
  period: null,
  value: "",
  consumers: "0",
  calls: "0",
  tokens: "0",
  charge: "0",
  tool_runs: "0",
  before: "0",
};

function consumers(
  kind: (typeof CONSUMERS)[number],
  rows: readonly SumRow[],
  creditValue: PicoUsd,
  nameOf: NameOf,
): Consumers {
  const rest = rows.find(({ value }) => value === null);
  const named = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  const shares = sharesOf([...named, ...(rest ? [rest] : [])].map(({ charge }) => ecu(charge))).map(Number);
  return {
    rows: named.map((row, index) => ({
      value: row.value,
      name: nameOf(kind, row.value),
      share_percent: shares[index] ?? 0,
      ...consumed([row], creditValue),
      before: ecu(row.before),
    })),
    other: rest
      ? {
          consumers: Number(rest.consumers),
          share_percent: shares.at(-1) ?? 0,
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
