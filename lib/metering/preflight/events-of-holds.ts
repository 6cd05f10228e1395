import { hash } from "node:crypto";
import { knownMandates } from "@/lib/budgets/known-mandates";
import type { Hold, UsageEvent } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import { parseUsd } from "@/lib/values/usd";
import { fingerprintOf } from "../fingerprint";
import { priceInput, reportedEvent } from "../price-input";
import { pricedEvent } from "../priced-event";
import { tariffsOf } from "../rate-cards";
import { readUsageEvent } from "../read-event";
import type { VolumeMove } from "../rules/price";
import { AT_START, type Position } from "../rules/tiers";
import type { UsageEventInput } from "../schema";
import type { TimedMoves } from "../volumes";

/** What ends a hold; where its price depends on the month's volume, with its price anywhere in the month. */
export interface MeteredEvent {
  event: UsageEvent;
  tiers?: TimedMoves & { priceAt(position: Position): { event: UsageEvent; moves: readonly VolumeMove[] } };
}

/** The usage that ends a hold, priced by the rate card. @throws Refusal naming `usage.field`. */
export async function meteredEvent(
  ctx: Context,
  hold: Hold,
  usage: Readonly<Record<string, unknown>>,
): Promise<MeteredEvent> {
  const now = new Date();
  const input = readUsageEvent({ ...scopeSaid(hold), ...usage }, now);
  if ("field" in input) throw invalid(`usage.${input.field}`, input.message);
  if (input.enforce) throw invalid("usage.enforce", "is for work that has not run: this has");
  const { mandate } = input;
  if (mandate !== undefined && !(await knownMandates(ctx.accountId, [mandate])).has(mandate))
    throw invalid("usage.mandate", "is no approved mandate of this account");
  const event = reportedEvent(input, now);
  const tariffAt = await tariffsOf(ctx.accountId, [event.occurredAt, now]);
  const priceAt = (position: Position) => {
    const priced = priceInput(tariffAt, event, input.cost_usd, now, position);
    if ("code" in priced) throw invalid(`usage.${priced.field}`, priced.message);
    requireUnit(priced.charge.unit, hold);
    const fingerprint = fingerprintOf(input, hold.id);
    return { event: pricedEvent(ctx, event, priced, fingerprint, hold.id), moves: priced.charge.moves };
  };
  const { moves, ...metered } = priceAt(AT_START);
  return moves.length > 0 ? { ...metered, tiers: { at: event.occurredAt, moves, priceAt } } : metered;
}

function requireUnit(unit: Unit, hold: Hold): void {
  if (unit !== hold.unit) {
    throw new Refusal(
      "unprocessable",
      `This is charged in ${unit}, and the authorization holds ${hold.unit}. Release it and report the usage by itself.`,
    );
  }
}

/** What was held is said again, unless the usage says otherwise. */
function scopeSaid({ scope }: Hold): Partial<UsageEventInput> {
  const { feature, operation, model, member, team, project, mandate } = scope;
  const said = { feature, operation, model, member, team, project, mandate };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
}

/** An amount that the platform has priced itself, as an event of what was held. */
export async function statedEvent(
  ctx: Context,
  hold: Hold,
  id: string,
  { amount, costUsd }: { amount: Nano; costUsd?: string | undefined },
): Promise<UsageEvent> {
  const now = new Date();
  const [card] = (await tariffsOf(ctx.accountId, [now]))(now);
  if (!card) throw new Error("there is no rate card");
  const content = JSON.stringify([hold.id, amount.toString(), costUsd ?? null]);
  return {
    ...hold.scope,
    id,
    occurredAt: now,
    feature: hold.scope.feature || "model_inference",
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
    costUsd: costUsd === undefined ? 0n : parseUsd(costUsd),
    costSource: costUsd === undefined ? "none" : "reported",
    rateCard: card.version,
    pricedBy: "caller",
    volumes: {},
    holdId: hold.id,
    charge: amount,
    fingerprint: hash("sha256", content, "buffer"),
  };
}
