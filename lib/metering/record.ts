import { knownMandates } from "@/lib/budgets/known-mandates";
import type { Entry, Outcome, Posting } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { negate, ZERO } from "@/lib/values/money";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { idOf, requireBatch } from "./batch";
import { translate } from "./rules/intake/translate";
import { fingerprintOf } from "./fingerprint";
import { findKnownEvents } from "./known-events";
import { priceInput, type ReportedEvent, reportedEvent, transactionTypeOf } from "./price-input";
import { tariffsOf } from "./rate-cards";
import { describeCall } from "./rules/describe";
import { isGatewayEvent, TAKEN_BY_GATEWAY } from "./rules/gateway-names";
import { formatAmount } from "./rules/price";
import type { PricedEvent } from "./rules/price-event";
import { AT_START, type Position } from "./rules/tiers";
import { readUsageEvent } from "./read-event";
import type { UsageEventInput } from "./schema";
import { postEvents } from "./post-events";
import type { EventPosting } from "./post-group";
import { pricedEvent } from "./priced-event";
import { charged, refused, replayed, type UsageAnswer } from "./usage-answer";

const NO_MANDATE = "is no approved mandate of this account";

interface Ready {
  index: number;
  input: UsageEventInput;
  fingerprint: Buffer;
}

/**
 * Meters one to a thousand calls. Each is answered on its own: charged, replayed, or refused with what to do. What has run is charged, into
 * negative credit if need be; an event with `enforce` is refused instead. Known ids are never charged twice.
 * A `history` that is brought over is also posted at the times when it happened. Ids of the gateway's calls are taken from the gateway alone.
 * @throws Refusal `too_large`, `unavailable`
 */
export async function recordUsage(
  ctx: Context,
  events: readonly unknown[],
  history = false,
  ofGateway = false,
): Promise<UsageAnswer[]> {
  requirePermission(ctx, "usage:write");
  // An export of spans of which none is a call of a model is none the worse for it.
  if (events.length === 0) return [];
  requireBatch("events", events);
  const now = new Date();
  const answers = new Array<UsageAnswer>(events.length);
  const ready: Ready[] = [];
  for (const [index, event] of events.entries()) {
    const read = readEvent(event, index, now, ofGateway);
    if ("status" in read) answers[index] = read;
    else ready.push(read);
  }
  const sound = await withKnownMandates(ctx, ready, answers);
  const postings = await pricePostings(ctx, sound, now, answers, history);
  const outcomes = await postEvents(
    ctx.accountId,
    postings.map(({ event }) => event),
  );
  for (const [at, { event, index }] of postings.entries())
    answers[index] = answerOf(index, event.posting, outcomes[at]);
  return answers;
}

function readEvent(reported: unknown, index: number, now: Date, ofGateway: boolean): Ready | UsageAnswer {
  const { event, names, fault } = translate(reported);
  const input = fault ?? readUsageEvent(event, now);
  if ("field" in input) {
    const field = names[input.field] ?? input.field;
    return refused(index, idOf(event), "invalid_request", field, input.message);
  }
  if (!ofGateway && isGatewayEvent(input.id))
    return refused(index, input.id, "invalid_request", "id", TAKEN_BY_GATEWAY);
  return { index, input, fingerprint: fingerprintOf(input) };
}

/** A charge carries a mandate that a person has approved, or none. */
async function withKnownMandates(
  ctx: Context,
  ready: readonly Ready[],
  answers: UsageAnswer[],
): Promise<readonly Ready[]> {
  const named = new Set(ready.flatMap(({ input }) => input.mandate ?? []));
  if (named.size === 0) return ready;
  const known = await knownMandates(ctx.accountId, [...named]);
  return ready.filter(({ index, input: { id, mandate } }) => {
    if (mandate === undefined || known.has(mandate)) return true;
    answers[index] = refused(index, id, "invalid_request", "mandate", NO_MANDATE);
    return false;
  });
}

interface PricedPosting {
  index: number;
  event: EventPosting;
}

/** Prices what was read. What has no price is refused, unless it is known from before: then it is answered as it was charged then. */
async function pricePostings(
  ctx: Context,
  ready: readonly Ready[],
  now: Date,
  answers: UsageAnswer[],
  history: boolean,
): Promise<PricedPosting[]> {
  if (ready.length === 0) return [];
  const events = ready.map((read) => ({ ...read, event: reportedEvent(read.input, now) }));
  const tariffAt = await tariffsOf(ctx.accountId, [...events.map(({ event }) => event.occurredAt), now]);
  const postings: PricedPosting[] = [];
  const unpriced: Ready[] = [];
  for (const { event, ...read } of events) {
    const { index, input } = read;
    const priceAt = (position: Position) => priceInput(tariffAt, event, input.cost_usd, now, position);
    const priced = priceAt(AT_START);
    if ("code" in priced) {
      answers[index] = refused(index, event.id, priced.code, priced.field, priced.message);
      unpriced.push(read);
      continue;
    }
    const post = (at: PricedEvent) => postingOf(ctx, read, event, at, history);
    const posting = post(priced);
    const { moves } = priced.charge;
    const again = (position: Position) => {
      const there = priceAt(position);
      if ("code" in there) throw new Error(`${event.id} has a price at the start of the month only`);
      return { posting: post(there), moves: there.charge.moves };
    };
    const tiers = { at: event.occurredAt, moves, enforce: input.enforce, priceAt: again };
    postings.push({ index, event: moves.length > 0 ? { posting, tiers } : { posting } });
  }
  if (unpriced.length > 0) await replayKnown(ctx, unpriced, answers);
  return postings;
}

function postingOf(
  ctx: Context,
  { input, fingerprint }: Ready,
  event: ReportedEvent,
  priced: PricedEvent,
  history: boolean,
): Posting {
  const { charge, unit } = priced.charge;
  const row: Entry = {
    type: transactionTypeOf(event.feature),
    amount: negate(charge),
    description: describeCall(event),
    source: ctx.actor.kind === "key" ? "api" : "system",
    refType: "usage_event",
    refId: event.id,
  };
  return {
    accountId: ctx.accountId,
    unit,
    idempotencyKey: `event:${event.id}`,
    entries: charge > 0n ? [row] : [],
    // What costs nothing goes on, also without credit.
    floor: input.enforce && charge > 0n ? ZERO : null,
    ...(history && { at: event.occurredAt }),
    event: pricedEvent(ctx, event, priced, fingerprint),
  };
}

async function replayKnown(ctx: Context, unpriced: readonly Ready[], answers: UsageAnswer[]): Promise<void> {
  const known = await findKnownEvents(
    ctx.accountId,
    unpriced.map(({ input }) => input.id),
  );
  for (const { index, input, fingerprint } of unpriced) {
    const before = known.get(input.id);
    if (before?.fingerprint.equals(fingerprint)) answers[index] = replayed(index, input.id, before);
  }
}

function answerOf(
  index: number,
  { accountId, unit, event }: Posting,
  outcome: Outcome | undefined,
): UsageAnswer {
  if (!outcome || !event) throw new Error("an event got no outcome");
  if (outcome.status === "refused") {
    const answer = refused(index, event.id, outcome.code, null, outcome.detail);
    return outcome.code === "idempotency_mismatch" ? { ...answer, field: `events.${index}.id` } : answer;
  }
  const transaction = outcome.seq === null ? null : transactionId({ accountId, unit, seq: outcome.seq });
  const charge = formatAmount(unit, outcome.charge ?? ZERO);
  if (outcome.replayed) return replayed(index, event.id, { charge, unit, transactionId: transaction });
  return charged(index, event.id, {
    charge,
    unit,
    transactionId: transaction,
    costUsd: formatUsd(picoUsd(event.costUsd)),
  });
}
