import { hash } from "node:crypto";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import type { UsageEvent } from "@/lib/ledger/types";
import { newId } from "@/lib/values/ids";
import { type Nano, parseCredits } from "@/lib/values/money";

/** What ended a hold, charged so much. Another amount is another content. */
export function usedOf(holdId: string, credits: string, id: string = newId()): UsageEvent {
  const charge: Nano = parseCredits(credits);
  return {
    ...NO_SCOPE,
    id,
    occurredAt: new Date(),
    feature: "model_inference",
    provider: "",
    hardware: "",
    inputTokens: 0n,
    outputTokens: 0n,
    cachedInputTokens: 0n,
    cacheWriteTokens: 0n,
    reasoningTokens: 0n,
    quantities: {},
    resource: "",
    byok: false,
    costUsd: 0n,
    costSource: "none",
    rateCard: 1,
    pricedBy: "caller",
    volumes: {},
    holdId,
    charge,
    fingerprint: hash("sha256", `${holdId} ${charge}`, "buffer"),
  };
}
