import type { Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { min, negate, sub, ZERO } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { type HoldResult, holdResultOf, readEnd, readHold } from "./holds";
import { postedOf, postOne, postWithin } from "./post";
import type { Entry, Hold, Outcome, OutboxTask, Posting, Source, TransactionType, UsageEvent } from "./types";

type Posted = Extract<Outcome, { status: "posted" }>;

export interface Capture {
  id: string;
  /** As it was read before, if it was: what is needed of it never changes. */
  hold?: Hold;
  /** What was metered. Its charge is what was used: nothing to the whole hold, or more than it. */
  event: UsageEvent;
  type?: TransactionType;
  description: string;
  source: Source;
  /** What was used above the hold: charged as a row of its own, or refused. */
  overage: "charge" | "refuse";
  /** Left for the worker in the same commit. */
  outbox?: readonly OutboxTask[];
}

/**
 * Ends a reservation with what was really used; the rest is available again. Hold, event and rows are one posting.
 * @throws Refusal `hold_ended`, `not_found`, `idempotency_mismatch`, `unprocessable`
 */
export async function captureHold(ctx: Context, capture: Capture): Promise<HoldResult> {
  const hold = capture.hold ?? (await readHold(ctx, capture.id));
  return resultOf(ctx, capture, await postOne(postingOf(ctx, capture, hold)));
}

/** The same inside the caller's transaction, for a charge that is priced under locks of its own. */
export async function captureHoldWithin(tx: Tx, ctx: Context, capture: Capture): Promise<HoldResult> {
  const hold = capture.hold ?? (await readHold(ctx, capture.id));
  const [outcome] = await postWithin(tx, [postingOf(ctx, capture, hold)]);
  return resultOf(ctx, capture, postedOf(outcome));
}

function postingOf(ctx: Context, capture: Capture, hold: Hold): Posting {
  const { id, event, type = "spend", description, source } = capture;
  const used = event.charge;
  if (hold.kind !== "reservation")
    throw new Refusal("unprocessable", "This hold is settled by its instance, not captured.");
  if (used > hold.amount && capture.overage === "refuse") {
    throw new Refusal(
      "unprocessable",
      "More was used than is held. Capture at most the held amount, or allow an overage.",
    );
  }
  const within = min(used, hold.amount);
  const row = { type, source, refType: "usage_event", refId: event.id };
  const entries: Entry[] = [
    { ...row, amount: negate(within), description },
    { ...row, amount: sub(within, used), description: overageText(description) },
  ];
  return {
    accountId: ctx.accountId,
    unit: hold.unit,
    idempotencyKey: `event:${event.id}`,
    entries: entries.filter(({ amount }) => amount !== ZERO),
    floor: null,
    hold: { change: "end", id, status: "captured", used },
    event,
    outbox: capture.outbox ?? [],
  };
}

// Of a known event the books keep no more in mind than its row: what it wrote is read again.
async function resultOf(ctx: Context, { id }: Capture, outcome: Posted): Promise<HoldResult> {
  return outcome.replayed ? readEnd(ctx, id) : holdResultOf(outcome);
}

function overageText(description: string): string {
  return `${description.slice(0, 470)}: overage above the hold`;
}
