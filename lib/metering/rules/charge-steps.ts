import { displayAmount, groupDigits } from "@/lib/values/display/amount";
import { displayPrice } from "@/lib/values/display/usd";
import { unitName } from "@/lib/values/display/unit";
import { formatUsd } from "@/lib/values/usd";
import type { CostLine } from "./cost";
import { KINDS } from "./kinds";
import { measureOf, metered } from "./meter-names";
import { type Charge, type ChargePart, formatAmount } from "./price";
import type { PricedEvent } from "./price-event";

/** What a price does not say of the call that it is of. */
export interface Explained {
  /** Who said what it cost, where the price list did not. */
  reporter?: string;
  /** What was used beside tokens, by meter. */
  quantities?: Readonly<Record<string, string>>;
  byok?: boolean;
}

/** The computation of a charge in words, one line a step, so that a person can follow it with a pocket calculator. */
export function chargeSteps(priced: PricedEvent, call: Explained = {}): string[] {
  const { charge, card, cost, costSource, costLines } = priced;
  const { reporter = "the caller" } = call;
  const creditValue = displayPrice(formatUsd(card.creditValue));
  return [
    ...costLines.toSorted(inOrder).map(costStep),
    ...(cost === null
      ? []
      : [
          `Real cost: ${displayPrice(formatUsd(cost))} ${costSource === "reported" ? `(reported by ${reporter})` : "(from the price list, rounded up)"}`,
        ]),
    ...charge.parts.flatMap(
      (part) =>
        tierSteps(part, charge, creditValue) ?? [
          partStep(part, charge, cost === null ? "" : formatUsd(cost), creditValue),
        ],
    ),
    ...(charge.raisedTo === "floor"
      ? [`Raised to the floor of ${withUnit(formatAmount(charge.unit, charge.floor), charge)}`]
      : []),
    ...(charge.raisedTo === "cost"
      ? [
          `Raised to the real cost: ${displayPrice(formatUsd(cost ?? card.creditValue))} ÷ ${creditValue} per ECU`,
        ]
      : []),
    ...unchargedSteps(priced, call),
    `Charge: ${withUnit(formatAmount(charge.unit, charge.charge), charge)}${charge.unit === "credit" ? ", each part rounded up to 0.000000001 ECU" : ""}`,
  ];
}

/** Whoever reports hours where nothing is priced by the hour is told so. What a reported cost or an own key pays for has no price here by right. */
function unchargedSteps(
  { charge, costSource, costLines }: PricedEvent,
  { quantities = {}, byok = false }: Explained,
): string[] {
  if (byok || costSource === "reported") return [];
  const counted = new Set([
    ...charge.parts.map(({ meter }) => meter),
    ...costLines.map(({ kind }) => KINDS[kind].counts),
    // Tokens of a kind without a price of its own have that of the kind that they are part of.
    ...Object.values(KINDS).flatMap(({ counts, within }) => (within.length > 0 ? [counts] : [])),
  ]);
  const free = Object.entries(quantities).filter(([meter, text]) => !counted.has(meter) && Number(text) > 0);
  if (free.length === 0) return [];
  return [
    `Not charged, for want of a price: ${free.map(([meter, text]) => metered(text, meter)).join(", ")}`,
  ];
}

const ORDER = Object.keys(KINDS);

/** Input before output, and each before its parts, as people read a call. */
function inOrder(left: CostLine, right: CostLine): number {
  return ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind);
}

function costStep({ kind, quantity, usd_per_million, above_input_tokens, usd }: CostLine): string {
  const tier =
    above_input_tokens === undefined
      ? ""
      : ` (calls above ${groupDigits(above_input_tokens.toString())} input tokens)`;
  return `${counted(quantity, KINDS[kind].counts)} at ${displayPrice(usd_per_million)} per million${tier} = ${displayPrice(usd)}`;
}

function partStep(part: ChargePart, charge: Charge, cost: string, creditValue: string): string {
  const amount = withUnit(part.amount, charge);
  if (part.markup !== null)
    return `${displayPrice(cost)} × ${part.markup} markup ÷ ${creditValue} per ECU = ${amount}`;
  return `${counted(part.quantity, part.meter)} at ${withUnit(part.price ?? "0", charge)}${priceFor(part.meter, part.per)} = ${amount}`;
}

/** One line for each tier that the call reaches into; null where the month's volume does not matter. */
function tierSteps(
  { meter, per, tiers, amount, markup }: ChargePart,
  charge: Charge,
  creditValue: string,
): string[] | null {
  if (!tiers) return null;
  const lines = tiers.map(({ above, quantity, price, markup }) =>
    markup === null
      ? `${counted(quantity, meter)} at ${withUnit(price ?? "0", charge)}${priceFor(meter, per)}${tierOf(above, metered(displayAmount(above, { decimals: 6 }), meter))}`
      : `${displayPrice(quantity)} × ${markup} markup${tierOf(above, displayPrice(above))}`,
  );
  const value = markup === null ? "" : `, ÷ ${creditValue} per ECU`;
  return [...lines, `Together${value}: ${withUnit(amount, charge)}`];
}

/** "60 GB-days", with all the decimals that it has. */
function counted(quantity: string, meter: string): string {
  return metered(displayAmount(quantity, { decimals: 6 }), meter);
}

/** " each", or " for 1M training tokens". */
function priceFor(meter: string, per: string | null): string {
  return per === null || per === "1" ? " each" : ` for ${measureOf(meter, per)}`;
}

function tierOf(above: string, written: string): string {
  return above === "0" ? " (the month’s first tier)" : ` (the month’s tier above ${written})`;
}

function withUnit(amount: string, { unit }: Charge): string {
  return `${amount} ${unitName(unit, amount)}`;
}
