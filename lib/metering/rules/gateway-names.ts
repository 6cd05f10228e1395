import type { Hold } from "@/lib/ledger/types";

/** What the event of a gateway's call is called: this, and the call's id. */
export const GATEWAY_EVENT = "gw_";

/** What the keys of its holds begin with. */
export const GATEWAY_HOLD = "gateway:";

/** Whether an id is one by which the gateway meters. Whoever could take it would leave the call without a charge. */
export function isGatewayEvent(id: unknown): boolean {
  return typeof id === "string" && id.startsWith(GATEWAY_EVENT);
}

/** Whether a hold is that of a call of the gateway, which alone ends it. */
export function isGatewayHold({ idempotencyKey }: Pick<Hold, "idempotencyKey">): boolean {
  return idempotencyKey.startsWith(GATEWAY_HOLD);
}

/** Why an id is refused. */
export const TAKEN_BY_GATEWAY = "begins with gw_, as the ids of the gateway's own calls do: use another one";
