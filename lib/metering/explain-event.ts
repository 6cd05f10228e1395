import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { type GatewayCallView, readGatewayCall, readMandateTitle } from "./causes-of-event";
import { isGatewayEvent } from "./rules/gateway-names";
import { callOf, type ReportedEvent } from "./price-input";
import { rateCardOfVersion, tariffsOf } from "./rate-cards";
import { chargeSteps } from "./rules/charge-steps";
import type { CostLine } from "./rules/cost";
import { type ChargePart, formatAmount } from "./rules/price";
import { type LoadedCard, priceEvent, type PricedEvent, type Tariff } from "./rules/price-event";
import { positionOf } from "./rules/tiers";

/** How a usage event came to its charge: computed again from the event and the rate card's version, both of which never change. */
export interface ChargeExplanation {
  event: {
    id: string;
    occurred_at: string;
    feature: string;
    operation: string;
    provider: string;
    model: string;
    hardware: string;
    member: string;
    team: string;
    project: string;
    key_id: string;
    input_tokens: string;
    output_tokens: string;
    cached_input_tokens: string;
    cache_write_tokens: string;
    reasoning_tokens: string;
    quantities: Readonly<Record<string, string>>;
    byok: boolean;
  };
  /** The authorization that it ended. */
  authorization_id: string | null;
  /** The mandate under which an agent caused it. */
  mandate: { id: string; title: string; approved_by: string } | null;
  /** The call of the gateway that was metered. */
  gateway: GatewayCallView | null;
  /** Whether the rate card priced it, or the platform that captured an amount of its own. */
  priced_by: "rate_card" | "caller";
  rate_card: {
    version: number;
    valid_from: string;
    override: boolean;
    credit_usd_value: string;
    price_list: string | null;
  };
  cost_usd: string;
  cost_source: "reported" | "price_list" | "none";
  /** The entry of the price list that the call's model is. */
  listed: { provider: string; model: string } | null;
  cost_lines: CostLine[];
  parts: ChargePart[];
  floor: string;
  raised_to: "floor" | "cost" | null;
  charge: string;
  /** The computation again gives the charge that is in the books. */
  matches: boolean;
  /** The computation in words, one line a step. */
  steps: string[];
}

type StoredEvent = ReportedEvent & {
  keyId: string;
  unit: Unit;
  costUsd: bigint;
  costSource: ChargeExplanation["cost_source"];
  rateCard: number;
  charge: bigint;
  holdId: string | null;
  pricedBy: ChargeExplanation["priced_by"];
  volumes: Readonly<Record<string, string>>;
};

const EVENT = `SELECT id, occurred_at AS "occurredAt", feature, operation, provider, model, hardware, member, team, project, key_id AS "keyId",
  input_tokens AS "inputTokens", output_tokens AS "outputTokens", cached_input_tokens AS "cachedInputTokens",
  cache_write_tokens AS "cacheWriteTokens", reasoning_tokens AS "reasoningTokens", quantities, byok, cost_usd AS "costUsd",
  cost_source AS "costSource", rate_card AS "rateCard", unit::text AS unit, charge, mandate, resource, hold_id AS "holdId",
  priced_by AS "pricedBy", volumes
FROM usage_events WHERE account_id = $1 AND id = $2`;

/** How a usage event came to its charge, and what caused it; null for an event that is not there. */
export async function explainEvent(ctx: Context, id: string): Promise<ChargeExplanation | null> {
  const [event] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<StoredEvent>(EVENT, [ctx.accountId, id]),
  );
  const card = event && (await rateCardOfVersion(event.rateCard));
  if (!event || !card) return null;
  const tariff = [card, ...(await generalCards(ctx, card, event))];
  const computed = computationOf(event, tariff);
  if (computed === null) return null;
  const [mandate, gateway] = await Promise.all([
    readMandateTitle(ctx, event.mandate),
    readGatewayCall(ctx, event.id),
  ]);
  return {
    event: eventView(event),
    authorization_id: event.holdId,
    mandate,
    gateway,
    priced_by: event.pricedBy,
    rate_card: cardView(tariff, card),
    cost_source: event.costSource,
    charge: formatAmount(event.unit, nano(event.charge)),
    ...computed,
  };
}

/** An account's own card that names no price list uses everyone's. */
async function generalCards(ctx: Context, card: LoadedCard, { occurredAt }: StoredEvent): Promise<Tariff> {
  if (card.prices) return [];
  const tariffAt = await tariffsOf(ctx.accountId, [occurredAt]);
  return tariffAt(occurredAt).filter(({ accountId }) => accountId === null);
}

type Computation = Pick<
  ChargeExplanation,
  "cost_usd" | "listed" | "cost_lines" | "parts" | "floor" | "raised_to" | "matches" | "steps"
>;

/** The computation again. An amount that the platform set itself has none: it is what was sent. */
function computationOf(event: StoredEvent, tariff: Tariff): Computation | null {
  if (event.pricedBy === "caller") return stated(event);
  const reported = event.costSource === "reported" ? event.costUsd : null;
  const priced = priceEvent(tariff, callOf(event, reported, positionOf(event.volumes)));
  return "code" in priced ? null : computed(event, priced);
}

function computed(event: StoredEvent, priced: PricedEvent): Computation {
  const { charge, cost, costLines, listed } = priced;
  return {
    cost_usd: formatUsd(cost ?? picoUsd(0n)),
    listed,
    cost_lines: costLines,
    parts: charge.parts,
    floor: formatAmount(charge.unit, charge.floor),
    raised_to: charge.raisedTo,
    matches: charge.charge === event.charge && (cost ?? 0n) === event.costUsd,
    // A call of the gateway was told its cost by the provider itself.
    steps: chargeSteps(priced, {
      reporter: isGatewayEvent(event.id) ? "the provider" : "the caller",
      quantities: event.quantities,
      byok: event.byok,
    }),
  };
}

function stated({ unit, charge, costUsd, costSource }: StoredEvent): Computation {
  const amount = formatAmount(unit, nano(charge));
  const cost = formatUsd(picoUsd(costUsd));
  return {
    cost_usd: cost,
    listed: null,
    cost_lines: [],
    parts: [],
    floor: "0",
    raised_to: null,
    matches: true,
    steps: [
      ...(costSource === "reported" ? [`Real cost: $${cost} (reported by the caller)`] : []),
      `Charge: ${amount} ${unitName(unit)}, as the platform captured it`,
    ],
  };
}

function cardView(tariff: Tariff, card: LoadedCard): ChargeExplanation["rate_card"] {
  return {
    version: card.version,
    valid_from: card.validFrom.toISOString(),
    override: card.accountId !== null,
    credit_usd_value: formatUsd(card.creditValue),
    price_list: tariff.find(({ prices }) => prices !== null)?.prices?.source ?? null,
  };
}

function eventView(event: StoredEvent): ChargeExplanation["event"] {
  const { id, feature, operation, provider, model, hardware, member, team, project, quantities, byok } =
    event;
  return {
    ...{
      id,
      occurred_at: event.occurredAt.toISOString(),
      feature,
      operation,
      provider,
      model,
      hardware,
      member,
      team,
      project,
      quantities,
      byok,
    },
    key_id: event.keyId,
    input_tokens: event.inputTokens.toString(),
    output_tokens: event.outputTokens.toString(),
    cached_input_tokens: event.cachedInputTokens.toString(),
    cache_write_tokens: event.cacheWriteTokens.toString(),
    reasoning_tokens: event.reasoningTokens.toString(),
  };
}
