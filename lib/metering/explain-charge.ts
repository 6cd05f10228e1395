import { explainTransaction, type Explanation } from "@/lib/ledger/explain";
import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { nano } from "@/lib/values/money";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { callOf, type ReportedEvent } from "./price-input";
import { rateCardOfVersion, tariffsOf } from "./rate-cards";
import type { CostLine } from "./rules/cost";
import { type ChargePart, formatAmount } from "./rules/price";
import { priceEvent } from "./rules/price-event";
import { chargeSteps } from "./rules/charge-steps";

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

/** A row with its reasons: the ledger's, and for metered calls the computation of the charge. */
export async function explainCharge(
  ctx: Context,
  transactionId: string,
): Promise<Explanation & { charge: ChargeExplanation | null }> {
  const explanation = await explainTransaction(ctx, transactionId);
  const { ref_type, ref_id } = explanation.transaction;
  return {
    ...explanation,
    charge: ref_type === "usage_event" && ref_id !== null ? await explainEvent(ctx, ref_id) : null,
  };
}

type StoredEvent = ReportedEvent & {
  keyId: string;
  costUsd: bigint;
  costSource: ChargeExplanation["cost_source"];
  rateCard: number;
  charge: bigint;
};

const EVENT = `SELECT id, occurred_at AS "occurredAt", feature, operation, provider, model, hardware, member, team, project, key_id AS "keyId",
  input_tokens AS "inputTokens", output_tokens AS "outputTokens", cached_input_tokens AS "cachedInputTokens",
  cache_write_tokens AS "cacheWriteTokens", reasoning_tokens AS "reasoningTokens", quantities, byok, cost_usd AS "costUsd",
  cost_source AS "costSource", rate_card AS "rateCard", charge
FROM usage_events WHERE account_id = $1 AND id = $2`;

async function explainEvent(ctx: Context, id: string): Promise<ChargeExplanation | null> {
  const [event] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<StoredEvent>(EVENT, [ctx.accountId, id]),
  );
  const card = event && (await rateCardOfVersion(event.rateCard));
  if (!event || !card) return null;
  // An account's own card that names no price list uses everyone's.
  const general = card.prices
    ? []
    : (await tariffsOf(ctx.accountId, [event.occurredAt]))(event.occurredAt).filter(
        ({ accountId }) => accountId === null,
      );
  const priced = priceEvent(
    [card, ...general],
    callOf(event, event.costSource === "reported" ? event.costUsd : null),
  );
  if ("code" in priced) return null;
  const { charge, cost, costLines, listed } = priced;
  return {
    event: eventView(event),
    rate_card: {
      version: card.version,
      valid_from: card.validFrom.toISOString(),
      override: card.accountId !== null,
      credit_usd_value: formatUsd(card.creditValue),
      price_list: (card.prices ?? general[0]?.prices)?.source ?? null,
    },
    cost_usd: formatUsd(cost ?? picoUsd(0n)),
    cost_source: event.costSource,
    listed,
    cost_lines: costLines,
    parts: charge.parts,
    floor: formatAmount(charge.unit, charge.floor),
    raised_to: charge.raisedTo,
    charge: formatAmount(charge.unit, nano(event.charge)),
    matches: charge.charge === event.charge && (cost ?? 0n) === event.costUsd,
    steps: chargeSteps(priced),
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
