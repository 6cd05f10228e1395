import { inAccount, sqlOf } from "@/lib/db/transaction";
import { type Capture, captureHold, captureHoldWithin } from "@/lib/ledger/capture-hold";
import { type HoldResult, readHold } from "@/lib/ledger/holds";
import type { Hold, Source, UsageEvent } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import type { Nano } from "@/lib/values/money";
import { transactionTypeOf } from "../price-input";
import { describeCall } from "../rules/describe";
import { amountOf } from "../amount-of";
import { inTurn } from "../in-turn";
import { findKnownEvents } from "../known-events";
import { Volumes } from "../volumes";
import { authorizationTasks } from "./announce-authorization";
import { type MeteredEvent, meteredEvent, statedEvent } from "./events-of-holds";

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
  /** The hold, where it was read before. */
  hold?: Hold | undefined;
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
  const hold = settlement.hold ?? (await readHold(ctx, holdId));
  const metered: MeteredEvent =
    "usage" in used
      ? await meteredEvent(ctx, hold, { id: eventId, ...used.usage })
      : { event: await statedEvent(ctx, hold, eventId, used) };
  const described = "usage" in used ? describeCall(metered.event) : hold.description;
  return captureMetered(ctx, metered, {
    id: holdId,
    hold,
    type: transactionTypeOf(metered.event.feature),
    description: settlement.description ?? (described || hold.description),
    source,
    overage,
    outbox: await authorizationTasks(ctx.accountId, "captured", hold),
  });
}

/** Ends a hold with a metered event; one that is priced by the month's volume, under the volume's lock. */
async function captureMetered(
  ctx: Context,
  { event, tiers }: MeteredEvent,
  capture: Omit<Capture, "event">,
): Promise<SettledWork> {
  if (!tiers) return { ...(await captureHold(ctx, { ...capture, event })), event };
  const { accountId } = ctx;
  return inTurn(accountId, () =>
    inAccount(accountId, async (tx) => {
      const volumes = await Volumes.lock(sqlOf(tx), accountId, [tiers]);
      const known = (await findKnownEvents(accountId, [event.id])).get(event.id);
      // What is known is answered as it was charged then, and moves nothing.
      const there = known
        ? { event: { ...event, charge: amountOf(known.charge, known.unit) }, moves: [] }
        : tiers.priceAt(volumes.positionOf(tiers));
      const result = await captureHoldWithin(tx, ctx, { ...capture, event: there.event });
      if (!result.replayed) volumes.advance({ at: tiers.at, moves: there.moves });
      await volumes.save(sqlOf(tx));
      return { ...result, event: there.event };
    }),
  );
}
