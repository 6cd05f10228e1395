import type { Unit } from "@/lib/values/ids";
import { Refusal, type RefusalCode } from "@/lib/values/refusal";
import type { PricingFault } from "./rules/price-event";

/** What became of one event of a batch. */
export interface UsageAnswer {
  /** Its place in the batch, from 0. */
  index: number;
  id: string | null;
  /** As if the event had been sent alone. */
  status: number;
  result: "charged" | "unbilled" | "replayed" | "refused";
  /** ECU as a decimal string, or whole tool runs. */
  charge?: string;
  unit?: Unit;
  cost_usd?: string;
  /** The ledger row that charged it; null when there was nothing to charge. */
  transaction_id?: string | null;
  code?: RefusalCode | PricingFault["code"];
  /** The field at fault: `events.3.input_tokens`. */
  field?: string;
  detail?: string;
}

interface Charged {
  charge: string;
  unit: Unit;
  transactionId: string | null;
}

export function charged(
  index: number,
  id: string,
  { charge, unit, transactionId, costUsd }: Charged & { costUsd: string },
): UsageAnswer {
  const result = transactionId === null ? "unbilled" : "charged";
  return { index, id, status: 201, result, charge, unit, cost_usd: costUsd, transaction_id: transactionId };
}

/** A known id with the same content: what it was charged the first time. */
export function replayed(index: number, id: string, { charge, unit, transactionId }: Charged): UsageAnswer {
  return { index, id, status: 200, result: "replayed", charge, unit, transaction_id: transactionId };
}

export function refused(
  index: number,
  id: string | null,
  code: NonNullable<UsageAnswer["code"]>,
  field: string | null,
  message: string,
): UsageAnswer {
  const status =
    code === "unknown_model" || code === "unknown_feature" ? 400 : new Refusal(code, message).status;
  if (field === null) return { index, id, status, result: "refused", code, detail: message };
  const path = field === "" ? `events.${index}` : `events.${index}.${field}`;
  return {
    index,
    id,
    status,
    result: "refused",
    code,
    field: path,
    detail: `${field === "" ? "The event" : `${field}:`} ${message}.`,
  };
}
