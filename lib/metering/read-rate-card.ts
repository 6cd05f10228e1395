import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { formatScaled } from "@/lib/values/money";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { knownCards, tariffsOf } from "./rate-cards";
import { formatAmount } from "./rules/price";
import type { FoundModel } from "./rules/price-event";
import { formatQuantity, type Micro } from "./rules/quantity";
import { covers, periodAt, periodsOf, type RateEntry } from "./rules/rate-card";

/** One price as it applies to the account. Either a fixed price (`price` for `per` of the meter) or the real cost × `markup`. */
export interface RateView {
  feature: string;
  operation: string | null;
  model: string | null;
  hardware: string | null;
  meter: string;
  unit: Unit;
  price: string | null;
  per: string | null;
  markup: string | null;
  /** The least that a call is charged. */
  floor: string;
  /** Other prices from so much of a UTC month on, counted for the account; what lies below keeps the price below. */
  tiers: TierView[];
  /** The account's own price, in place of everyone's. */
  override: boolean;
}

export interface TierView {
  /** In the meter's unit; for a markup, USD of real cost. */
  above: string;
  price: string | null;
  markup: string | null;
}

export interface RateCardView {
  version: number;
  valid_from: string;
  /** From when these prices apply to the account, and until when; null while they do. */
  applies_from: string;
  applies_until: string | null;
  /** The account's own card, when it has one. */
  override_version: number | null;
  credit_usd_value: string;
  price_list: string | null;
  rates: RateView[];
  /** Prices of the model that was asked for, in USD for a million. */
  model?: ModelView | null;
}

export interface ModelView {
  provider: string;
  model: string;
  prices: { kind: string; usd_per_million: string; above_input_tokens: string | null }[];
}

/** The rate card as it applies to the account, now or at an earlier moment; with the prices of one model, when it is named. */
export async function readRateCard(
  ctx: Context,
  asked: { model?: string | undefined; provider?: string | undefined; at?: Date | undefined } = {},
): Promise<RateCardView> {
  requirePermission(ctx, "usage:read");
  const now = new Date();
  // What is still to come may be taken back.
  const at = asked.at && asked.at < now ? asked.at : now;
  const tariff = (await tariffsOf(ctx.accountId, [at]))(at);
  const period = periodAt(periodsOf(await knownCards(), ctx.accountId, now), at);
  const general = tariff.find(({ accountId }) => accountId === null);
  const own = tariff.find(({ accountId }) => accountId !== null);
  const base = general ?? own;
  if (!base) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  const prices = own?.prices ?? general?.prices ?? null;
  // As pricing does: what the account's own card prices, everyone's does not.
  const overrides = [...(own?.entries.values() ?? [])].flat();
  const everyone = [...(general?.entries.values() ?? [])]
    .flat()
    .filter((entry) => !overrides.some((over) => covers(over, entry)));
  const rates = [
    ...everyone.map((entry) => rateView(entry, false)),
    ...overrides.map((entry) => rateView(entry, true)),
  ];
  return {
    version: base.version,
    valid_from: base.validFrom.toISOString(),
    applies_from: (period?.from ?? base.validFrom).toISOString(),
    applies_until: period?.until?.toISOString() ?? null,
    override_version: own?.version ?? null,
    credit_usd_value: formatUsd((own ?? base).creditValue),
    price_list: prices?.source ?? null,
    rates: rates.sort((left, right) =>
      left.feature < right.feature ? -1 : left.feature > right.feature ? 1 : 0,
    ),
    ...(asked.model !== undefined && {
      model: modelView(prices?.find(asked.provider ?? "", asked.model) ?? null),
    }),
  };
}

/** When which prices applied to an account. */
export interface PricePeriod {
  from: string;
  /** Null for the prices of now. */
  until: string | null;
  version: number | null;
  /** The account's own card then. */
  override_version: number | null;
}

/** All prices that ever applied to the account, the newest first. */
export async function listPricePeriods(ctx: Context, now = new Date()): Promise<PricePeriod[]> {
  requirePermission(ctx, "usage:read");
  return periodsOf(await knownCards(), ctx.accountId, now)
    .map(({ from, until, general, own }) => ({
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
      version: general?.version ?? null,
      override_version: own?.version ?? null,
    }))
    .reverse();
}

/** An entry in words of the API. */
export function rateView(
  { feature, operation, model, hardware, meter, unit, price, per, markupPpm, floor, tiers = [] }: RateEntry,
  override: boolean,
): RateView {
  return {
    feature,
    operation: operation || null,
    model: model || null,
    hardware: hardware || null,
    meter,
    unit,
    price: price === null ? null : formatAmount(unit, price),
    per: price === null ? null : per.toString(),
    markup: markupPpm === null ? null : formatQuantity(markupPpm as Micro),
    floor: formatAmount(unit, floor),
    tiers: tiers.map((tier) => ({
      above: tier.markupPpm === null ? formatQuantity(tier.above as Micro) : formatUsd(picoUsd(tier.above)),
      price: tier.price === null ? null : formatAmount(unit, tier.price),
      markup: tier.markupPpm === null ? null : formatQuantity(tier.markupPpm as Micro),
    })),
    override,
  };
}

function modelView(found: FoundModel | null): ModelView | null {
  if (!found) return null;
  const prices = [...found.prices].flatMap(([kind, tiers]) =>
    tiers.map(({ above, perMillion }) => ({
      kind,
      usd_per_million: formatScaled(perMillion, 12),
      above_input_tokens: above === 0n ? null : above.toString(),
    })),
  );
  return { ...found.listed, prices };
}
