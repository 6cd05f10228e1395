import type { UsageEventInput } from "../../schema";
import { formatQuantity, type Micro, quantity } from "../../rules/quantity";
import type { OperationInput } from "../schema";

/**
 * The usage event that an operation makes at its largest: all of its input is read afresh, all of its output is written, and what runs on
 * several replicas takes its hours once for each.
 */
export function atMost(operation: OperationInput): Omit<UsageEventInput, "id" | "enforce"> {
  const { feature, operation: kind, provider, model, hardware, byok, cost_usd } = operation;
  return {
    feature,
    operation: kind,
    provider,
    model,
    hardware,
    byok,
    cost_usd,
    input_tokens: operation.input_tokens,
    output_tokens: operation.max_output_tokens,
    cached_input_tokens: 0,
    cache_write_tokens: operation.cache_write_tokens,
    reasoning_tokens: 0,
    quantities: withReplicas(operation.quantities, operation.replicas),
  };
}

/** Meters of time run on each replica at once; what is counted otherwise is counted already. */
export function withReplicas(
  quantities: Readonly<Record<string, string>> | undefined,
  replicas: number,
): Record<string, string> | undefined {
  if (!quantities || replicas === 1) return quantities;
  return Object.fromEntries(
    Object.entries(quantities).map(([meter, amount]) => [
      meter,
      meter.endsWith("hour") ? formatQuantity((quantity(amount) * BigInt(replicas)) as Micro) : amount,
    ]),
  );
}
