import type { Hold } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import { GATEWAY_EVENT } from "@/lib/metering/rules/gateway-names";
import type { Used } from "../rules/used";

/** What a call is for, and how its model is found in the price list. */
export interface Dimensions {
  feature: string;
  member?: string | undefined;
  team?: string | undefined;
  project?: string | undefined;
  mandate?: string | undefined;
  pricedAs: string;
}

/** A call of the gateway, with all that it takes to settle it. */
export interface GatewayCall {
  ctx: Context;
  /** That of its hold: where there is a hold there is one call. */
  id: string;
  operation: "chat" | "embedding";
  /** The word of who runs it. */
  provider: string;
  model: string;
  byok: boolean;
  stream: boolean;
  dimensions: Dimensions;
  startedAt: Date;
  /** The hold as it was opened, for who has it at hand. */
  hold?: Hold;
}

/** How a call ended. */
export type Outcome = "completed" | "client_aborted" | "provider_error" | "timeout" | "abandoned";

/** What is known of a call while it runs. */
export interface Progress {
  generationId: string;
  inputTokens: number;
  outputTokens: number;
}

/** The id of a call's usage event. */
export function eventIdOf({ id }: Pick<GatewayCall, "id">): string {
  return `${GATEWAY_EVENT}${id}`;
}

/** A call as a usage event. It is of the time when the call began, and so is priced by the card that its hold was. */
export function usageOf(call: GatewayCall, used: Used): Record<string, unknown> {
  const { operation, model, byok, startedAt, dimensions } = call;
  const { pricedAs, ...who } = dimensions;
  const { cost_usd, ...counted } = used;
  const event = {
    id: eventIdOf(call),
    occurred_at: startedAt.toISOString(),
    operation,
    model,
    provider: pricedAs || undefined,
    byok,
    ...who,
    ...counted,
    // Of the account's own key the provider's cost is the account's business.
    cost_usd: byok ? undefined : cost_usd,
  };
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}
