import { captureHold } from "@/lib/ledger/capture-hold";
import { type HoldResult, readHold } from "@/lib/ledger/holds";
import type { Source, UsageEvent } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import type { Nano } from "@/lib/values/money";
import { transactionTypeOf } from "../price-input";
import { describeCall } from "../rules/describe";
import { meteredEvent, statedEvent } from "./events-of-holds";

/** What was really used, as in a usage event; or what is to be charged, where the platform knows it. */
export type Used =
  { usage: Readonly<Record<string, unknown>> } | { amount: Nano; costUsd?: string | undefined };

/** How a hold is settled. */
export interface Settlement {
  used: Used;
  /** The id of the usage event, unless the usage names its own. */
  eventId: string;
  /** What becomes of an amount above the hold. */
  overage: "charge" | "refuse";
  description?: string | undefined;
  source?: Source;
}

/** A settled hold with what was metered. */
export interface SettledWork extends HoldResult {
  event: UsageEvent;
}

/**
 * Settles work that was held: the usage event, its charge and the end of the hold are one posting, so that none is there without the others.
 * What the usage leaves out (feature, model, member, team, project, mandate) is as it was held.
 * @throws Refusal `hold_ended`, `not_found`, `invalid_request` naming the field, `idempotency_mismatch`, `unprocessable`
 */
export async function settleWork(ctx: Context, holdId: string, settlement: Settlement): Promise<SettledWork> {
  const { used, eventId, overage, source = "api" } = settlement;
  const hold = await readHold(ctx, holdId);
  const event =
    "usage" in used
      ? await meteredEvent(ctx, hold, { id: eventId, ...used.usage })
      : await statedEvent(ctx, hold, eventId, used);
  const described = "usage" in used ? describeCall(event) : hold.description;
  const result = await captureHold(ctx, {
    id: holdId,
    type: transactionTypeOf(event.feature),
    description: settlement.description ?? (described || hold.description),
    source,
    overage,
    event,
  });
  return { ...result, event };
}
