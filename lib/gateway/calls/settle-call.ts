import { setTimeout as sleep } from "node:timers/promises";
import { formatAmount } from "@/lib/ledger/row";
import { releaseHold } from "@/lib/ledger/holds";
import { findKnownEvents } from "@/lib/metering/known-events";
import { settleWork } from "@/lib/metering/preflight/settle-work";
import { recordUsage } from "@/lib/metering/record";
import { transactionId, type Unit } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { isNothing, type Used } from "../rules/used";
import { eventIdOf, type GatewayCall, type Outcome, usageOf } from "./call";
import { endCall } from "./rows";

/** What a call was charged. */
export interface Charge {
  amount: string;
  unit: Unit;
  /** The ledger row; null when there was nothing to charge. */
  transactionId: string | null;
}

/** How a call ended, and the provider's id of it. */
export interface End {
  outcome: Outcome;
  generationId: string;
}

const PAUSES_MS = [200, 1_000, 3_000];

/**
 * Ends a call with what it used: its hold, its event and its row in one posting. Where the hold has ended meanwhile, what ran is charged all the
 * same, as an event of the same id. However many settle a call, it is charged once. Nothing used gives the hold back.
 * The call's own row is written before anybody is told of the charge: only there stands which of the provider's generations it paid for.
 * @returns null when there was nothing to charge
 */
export async function settleCall(call: GatewayCall, used: Used | null, end: End): Promise<Charge | null> {
  if (used === null || isNothing(used)) {
    await release(call);
    await persist(() => endCall(call, { ...end, inputTokens: 0, outputTokens: 0, eventId: null }));
    return null;
  }
  const charge = await persist(() => charged(call, used));
  const { input_tokens: inputTokens, output_tokens: outputTokens } = used;
  await persist(() => endCall(call, { ...end, inputTokens, outputTokens, eventId: eventIdOf(call) }));
  return charge;
}

async function charged(call: GatewayCall, used: Used): Promise<Charge> {
  try {
    return await chargeAs(call, usageOf(call, used));
  } catch (error) {
    if (!isRefused(error, ["invalid_request"]) || used.quantities === undefined) throw error;
    // What the provider counts beside tokens may have no price here. Tokens have one: the call was held by it.
    return chargeAs(call, usageOf(call, { ...used, quantities: undefined }));
  }
}

async function chargeAs(call: GatewayCall, usage: Record<string, unknown>): Promise<Charge> {
  const { ctx, id, hold } = call;
  try {
    const settled = await settleWork(ctx, id, {
      used: { usage },
      eventId: eventIdOf(call),
      overage: "charge",
      hold,
    });
    const [row] = settled.transactions;
    const { unit } = settled.hold;
    return {
      amount: formatAmount(settled.hold.used ?? settled.event.charge, unit),
      unit,
      transactionId: row ? transactionId(row) : null,
    };
  } catch (error) {
    if (isRefused(error, ["hold_ended"])) return chargeWithoutHold(call, usage);
    if (isRefused(error, ["idempotency_mismatch"])) return chargedBefore(call);
    throw error;
  }
}

async function chargeWithoutHold(call: GatewayCall, usage: Record<string, unknown>): Promise<Charge> {
  const [answer] = await recordUsage(call.ctx, [usage], false, true);
  if (answer?.result === "refused" || !answer?.charge || !answer.unit) {
    if (answer?.code === "idempotency_mismatch") return chargedBefore(call);
    throw new Refusal("unprocessable", answer?.detail ?? "The call could not be charged.");
  }
  return { amount: answer.charge, unit: answer.unit, transactionId: answer.transaction_id ?? null };
}

/** Somebody else has settled it, by what they knew. */
async function chargedBefore(call: GatewayCall): Promise<Charge> {
  const id = eventIdOf(call);
  const known = (await findKnownEvents(call.ctx.accountId, [id])).get(id);
  if (!known) throw new Error(`the event ${id} is known and cannot be read`);
  const { charge: amount, unit, transactionId: row } = known;
  return { amount, unit, transactionId: row };
}

async function release({ ctx, id }: GatewayCall): Promise<void> {
  await persist(() =>
    releaseHold(ctx, id, `gateway-released:${id}`).catch((error: unknown) => {
      if (!isRefused(error, ["hold_ended"])) throw error;
    }),
  );
}

/** A database that is gone for a moment costs nobody a settlement. What stays open all the same is settled by the worker. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await sleep(pause);
    }
  }
  return act();
}

function isRefused(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Refusal && codes.includes(error.code);
}
