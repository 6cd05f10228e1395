import { displayAmount, groupDigits } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import { formatUsd } from "@/lib/values/usd";
import type { CostLine } from "./cost";
import { type Charge, type ChargePart, formatAmount } from "./price";
import type { PricedEvent } from "./price-event";

/**
 * The computation of a charge in words, one line a step, so that a person can follow it with a pocket calculator. `reporter` is who said what it
 * cost, where the price list did not.
 */
export function chargeSteps(
  { charge, card, cost, costSource, costLines }: PricedEvent,
  reporter = "the caller",
): string[] {
  const creditValue = formatUsd(card.creditValue);
  return [
    ...costLines.map(costStep),
    ...(cost === null
      ? []
      : [
          `Real cost: $${formatUsd(cost)} ${costSource === "reported" ? `(reported by ${reporter})` : "(from the price list, rounded up)"}`,
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
      ? [`Raised to the real cost: $${formatUsd(cost ?? card.creditValue)} ÷ $${creditValue} per ECU`]
      : []),
    `Charge: ${withUnit(formatAmount(charge.unit, charge.charge), charge)}${charge.unit === "credit" ? ", each part rounded up to 0.000000001 ECU" : ""}`,
  ];
}

function costStep({ kind, quantity, usd_per_million, above_input_tokens, usd }: CostLine): string {
  const tier =
    above_input_tokens === undefined
      ? ""
      : ` (calls above ${groupDigits(above_input_tokens.toString())} input tokens)`;
  return `${displayAmount(quantity, { decimals: 6 })} × ${kind.replaceAll("_", " ")} at $${usd_per_million} per million${tier} = $${usd}`;
}

function partStep(part: ChargePart, charge: Charge, cost: string, creditValue: string): string {
  const amount = withUnit(part.amount, charge);
  if (part.markup !== null) return `$${cost} × ${part.markup} markup ÷ $${creditValue} per ECU = ${amount}`;
  const per = part.per === "1" ? "" : ` for ${part.per}`;
  return `${part.quantity} × ${part.meter.replaceAll("_", " ")} at ${withUnit(part.price ?? "0", charge)}${per} = ${amount}`;
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
      ? `${quantity} × ${meter.replaceAll("_", " ")} at ${withUnit(price ?? "0", charge)}${per === "1" || per === null ? "" : ` for ${per}`}${tierOf(groupDigits(above))}`
      : `$${quantity} × ${markup} markup${tierOf(`$${above}`)}`,
  );
  const value = markup === null ? "" : `, ÷ $${creditValue} per ECU`;
  return [...lines, `Together${value}: ${withUnit(amount, charge)}`];
}

function tierOf(above: string): string {
  return ` (the month’s tier above ${above})`;
}

function withUnit(amount: string, { unit }: Charge): string {
  return `${amount} ${unitName(unit, amount)}`;
}
