import type { TransactionType, UsageEvent } from "@/lib/ledger/types";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import type { TariffAt } from "./rate-cards";
import { amountsOf } from "./rules/amounts";
import {
  type MeteredCall,
  priceEvent,
  type PricedEvent,
  type PricingFault,
  type Tariff,
} from "./rules/price-event";
import { AT_START, type Position } from "./rules/tiers";
import type { UsageEventInput } from "./schema";

/** An event as it is reported, in the words of the books. */
export type ReportedEvent = Omit<
  UsageEvent,
  | "costUsd"
  | "costSource"
  | "rateCard"
  | "pricedBy"
  | "volumes"
  | "holdId"
  | "charge"
  | "fingerprint"
  | "keyId"
>;

export function reportedEvent(input: UsageEventInput, now: Date): ReportedEvent {
  return {
    id: input.id,
    occurredAt: input.occurred_at === undefined ? now : new Date(input.occurred_at),
    feature: input.feature,
    operation: input.operation ?? input.type ?? "",
    provider: input.provider ?? "",
    model: input.model ?? "",
    hardware: input.hardware ?? "",
    member: input.member ?? "",
    team: input.team ?? "",
    project: input.project ?? "",
    mandate: input.mandate ?? "",
    inputTokens: BigInt(input.input_tokens),
    outputTokens: BigInt(input.output_tokens),
    cachedInputTokens: BigInt(input.cached_input_tokens),
    cacheWriteTokens: BigInt(input.cache_write_tokens),
    reasoningTokens: BigInt(input.reasoning_tokens),
    quantities: input.quantities ?? {},
    resource: input.resource ?? "",
    byok: input.byok,
  };
}

export function callOf(
  event: ReportedEvent,
  reportedCost: bigint | null,
  position: Position = AT_START,
): MeteredCall {
  const { feature, operation, provider, model, hardware, byok } = event;
  const cost = reportedCost === null ? null : picoUsd(reportedCost);
  return {
    feature,
    operation,
    provider,
    model,
    hardware,
    byok,
    amounts: amountsOf(event),
    reportedCost: cost,
    position,
  };
}

/**
 * Prices an event by the cards in force when it ran. A model that those did not know yet is priced by the cards of now, so that an
 * operator can import its price and the event be sent again.
 */
export function priceInput(
  tariffAt: TariffAt,
  event: ReportedEvent,
  costUsd: string | undefined,
  now: Date,
  position: Position = AT_START,
): PricedEvent | PricingFault {
  const call = callOf(event, costUsd === undefined ? null : parseUsd(costUsd), position);
  const tariff: Tariff = tariffAt(event.occurredAt);
  const priced = priceEvent(tariff, call);
  return "code" in priced && event.occurredAt < now ? priceEvent(tariffAt(now), call) : priced;
}

/** The type of the ledger row that charges a feature. */
export function transactionTypeOf(feature: string): TransactionType {
  if (feature === "gpu_instance" || feature === "inference_instance") return "gpu_usage";
  return feature === "storage" ? "storage_billing" : "spend";
}
