import type { Context } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { add, MAX_NANO, type Nano, nano, ZERO } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import { priceInput, reportedEvent } from "../price-input";
import { tariffsOf } from "../rate-cards";
import { chargeSteps } from "../rules/charge-steps";
import { describeCall } from "../rules/describe";
import type { PricedEvent } from "../rules/price-event";
import { atMost } from "./rules/at-most";
import type { OperationInput } from "./schema";

/** What one operation costs at most, and how that comes about. */
export interface WorstLine {
  operation: OperationInput;
  description: string;
  /** Of one such operation, and of all of them. */
  each: Nano;
  amount: Nano;
  /** The computation of one of them in words. */
  steps: string[];
  rateCard: number;
}

/** What operations cost at most, all together. */
export interface WorstCase {
  unit: Unit;
  amount: Nano;
  lines: WorstLine[];
}

/**
 * The worst case of operations by the rate card that applies to the account now: no call of this size can be charged more. An operation that
 * the card does not price is refused, never estimated at nothing.
 * @throws Refusal `invalid_request` naming `operations.N.field`, `out_of_range`
 */
export async function worstCaseOf(
  ctx: Context,
  operations: readonly OperationInput[],
  now: Date,
): Promise<WorstCase> {
  const tariffAt = await tariffsOf(ctx.accountId, [now]);
  const priced = operations.map((operation, index) => {
    const event = reportedEvent({ id: "estimate", enforce: false, ...atMost(operation) }, now);
    const result = priceInput(tariffAt, event, operation.cost_usd, now, "dearest");
    if ("code" in result) throw invalid(`operations.${index}.${fieldOf(result.field)}`, result.message);
    return { operation, result, description: describeCall(event) };
  });
  const unit = priced[0]?.result.charge.unit ?? "credit";
  const mixed = priced.findIndex(({ result }) => result.charge.unit !== unit);
  if (mixed >= 0)
    throw invalid(
      `operations.${mixed}.feature`,
      "is charged to another wallet than the operations before it: ask for it by itself",
    );
  const lines = priced.map(({ operation, result, description }) => lineOf(operation, result, description));
  const amount = lines.reduce((sum, line) => add(sum, line.amount), ZERO);
  if (amount > MAX_NANO)
    throw new Refusal("out_of_range", "The worst case is beyond what the ledger can hold.");
  return { unit, amount, lines };
}

function lineOf(operation: OperationInput, result: PricedEvent, description: string): WorstLine {
  const each = result.charge.charge;
  const amount = nano(each * BigInt(operation.count));
  const steps = chargeSteps(result, { quantities: operation.quantities ?? {}, byok: operation.byok });
  return { operation, description, each, amount, steps, rateCard: result.card.version };
}

/** An operation says output tokens as `max_output_tokens`. */
function fieldOf(field: string): string {
  return field === "output_tokens" ? "max_output_tokens" : field;
}
