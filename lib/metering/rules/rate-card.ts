import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import type { RateTier } from "./tiers";

/** One price of a rate card. '' stands for any operation, model or hardware. */
export interface RateEntry {
  feature: string;
  operation: string;
  model: string;
  hardware: string;
  /** What is counted; `cost` for cost-plus. */
  meter: string;
  /** Fixed: nano-credits (or tool runs) for `per` of the meter. */
  price: Nano | null;
  per: bigint;
  /** Cost-plus: real cost × markup, in millionths. */
  markupPpm: bigint | null;
  /** The least that a call of this kind is charged. */
  floor: Nano;
  unit: Unit;
  /** Other prices from so much of a UTC month on, in rising order. */
  tiers?: readonly RateTier[];
}

/** A version of a rate card. It never changes. */
export interface RateCard {
  version: number;
  /** Whose card it is; null for everyone's. */
  accountId: string | null;
  validFrom: Date;
  priceList: number | null;
  /** The price of one ECU. */
  creditValue: PicoUsd;
}

/** What of a call decides which prices apply to it. */
export interface CallKind {
  feature: string;
  operation: string;
  model: string;
  hardware: string;
}

/**
 * The card of one owner that is in force at a time: the latest that has begun, and of those of one moment the newest version. Before the
 * first there is the first, so that usage from before the installation has a price.
 */
export function cardInForce<Card extends RateCard>(
  cards: readonly Card[],
  accountId: string | null,
  at: Date,
): Card | null {
  const own = cards.filter((card) => card.accountId === accountId);
  const begun = own.filter(({ validFrom }) => validFrom <= at);
  if (begun.length > 0) return begun.reduce(later);
  return accountId === null && own.length > 0
    ? own.reduce((first, card) => (later(first, card) === first ? card : first))
    : null;
}

/** A stretch of time in which the same cards applied to an account. */
export interface CardPeriod<Card extends RateCard> {
  /** The first period has no time before it: what ran earlier is priced by it as well. */
  from: Date;
  /** Null for what still applies. */
  until: Date | null;
  general: Card | null;
  own: Card | null;
}

/** Which cards applied to an account and when, oldest first, as far as they have begun. */
export function periodsOf<Card extends RateCard>(
  cards: readonly Card[],
  accountId: string,
  now: Date,
): CardPeriod<Card>[] {
  const known = cards.filter((card) => card.accountId === null || card.accountId === accountId);
  const times = new Set(
    known.map(({ validFrom }) => validFrom.getTime()).filter((time) => time <= now.getTime()),
  );
  const periods: CardPeriod<Card>[] = [];
  for (const time of [...times].sort((left, right) => left - right)) {
    const from = new Date(time);
    const general = cardInForce(known, null, from);
    const own = cardInForce(known, accountId, from);
    const last = periods.at(-1);
    if (last && last.general === general && last.own === own) continue;
    if (last) last.until = from;
    periods.push({ from, until: null, general, own });
  }
  return periods;
}

/** The period of a moment; the first one for what lies before it. */
export function periodAt<Period extends { from: Date }>(
  periods: readonly Period[],
  at: Date,
): Period | undefined {
  return periods.findLast(({ from }) => from <= at) ?? periods[0];
}

function later<Card extends RateCard>(left: Card, right: Card): Card {
  const apart = left.validFrom.getTime() - right.validFrom.getTime() || left.version - right.version;
  return apart > 0 ? left : right;
}

/**
 * The entries of a card that price a call: of all that fit it, those that say most about it. A named model weighs more than a named
 * operation, and that more than named hardware. Several meters of one such entry are added up.
 */
export function entriesFor(entries: readonly RateEntry[], call: CallKind): RateEntry[] {
  const fitting = entries.filter((entry) => covers(entry, call));
  const best = Math.max(...fitting.map(weight));
  return fitting.filter((entry) => weight(entry) === best);
}

/** True when an entry prices calls of this kind. */
export function covers(entry: CallKind, call: CallKind): boolean {
  return (
    entry.feature === call.feature &&
    says(entry.operation, call.operation) &&
    says(entry.model, call.model) &&
    says(entry.hardware, call.hardware)
  );
}

function says(entry: string, call: string): boolean {
  return entry === "" || entry === call;
}

function weight({ model, operation, hardware }: RateEntry): number {
  return (model ? 4 : 0) + (operation ? 2 : 0) + (hardware ? 1 : 0);
}
