import type { GatewayCall } from "./call";
import type { Charge } from "./settle-call";

/** What an answer says of its charge, in its headers. */
export function chargeHeaders({ id }: GatewayCall, charge: Charge | null): Record<string, string> {
  return {
    "ecu-call": id,
    "ecu-charge": charge?.amount ?? "0",
    ...(charge?.transactionId && { "ecu-transaction": charge.transactionId }),
  };
}

/** The same, where headers are gone already: in the last chunk of a stream. */
export function chargeField({ id }: GatewayCall, charge: Charge | null): Record<string, string | null> {
  return { call: id, charge: charge?.amount ?? "0", transaction: charge?.transactionId ?? null };
}
