import { hash } from "node:crypto";
import { parseUsd } from "@/lib/values/usd";
import { formatQuantity, quantity } from "./rules/quantity";
import type { UsageEventInput } from "./schema";

/**
 * The content of an event, so that its id with other content is found. A time that was not sent is no part of it, so that a repetition is
 * the same event; neither is `enforce`, which is about this attempt.
 */
export function fingerprintOf(event: UsageEventInput, holdId: string | null = null): Buffer {
  const { quantities = {}, cost_usd } = event;
  const content = [
    event.occurred_at === undefined ? null : Date.parse(event.occurred_at),
    event.feature,
    event.operation ?? event.type ?? "",
    event.provider ?? "",
    event.model ?? "",
    event.hardware ?? "",
    event.member ?? "",
    event.team ?? "",
    event.project ?? "",
    event.input_tokens,
    event.output_tokens,
    event.cached_input_tokens,
    event.cache_write_tokens,
    event.reasoning_tokens,
    event.byok,
    // One amount may be written in several ways.
    cost_usd === undefined ? null : parseUsd(cost_usd).toString(),
    ...Object.keys(quantities)
      .sort()
      .map((meter) => [meter, formatQuantity(quantity(quantities[meter] ?? "0"))]),
    // What was not known to the first version of this list stands at its end, and only when it is said.
    ...(event.mandate === undefined ? [] : [{ mandate: event.mandate }]),
    ...(holdId === null ? [] : [{ hold: holdId }]),
    ...(event.resource === undefined ? [] : [{ resource: event.resource }]),
  ];
  return hash("sha256", JSON.stringify(content), "buffer");
}
