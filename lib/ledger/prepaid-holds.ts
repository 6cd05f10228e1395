import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { type Nano, negate, sub, ZERO } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import {
  type HoldRequest,
  type HoldResult,
  holdResultOf,
  openingOf,
  readEnd,
  readHoldOn,
  refOf,
} from "./holds";
import { postedOf, postOne, postWithin } from "./post";
import { restorableWithin } from "./restorable";
import type { Entry, Hold, Outcome, Posting, Source, UsageEvent } from "./types";

/** Sets credit aside with a ledger row, as instances do: the row stands in the books until a refund or an overage settles it. */
export function openPrepaidHold(
  ctx: Context,
  request: HoldRequest & { source: Source },
): Promise<HoldResult> {
  return postOne(prepaidOpening(ctx, request)).then(holdResultOf);
}

/** The same inside the caller's transaction, which writes what runs in the same commit. */
export async function openPrepaidHoldWithin(
  tx: Tx,
  ctx: Context,
  request: HoldRequest & { source: Source },
): Promise<HoldResult> {
  const [outcome] = await postWithin(tx, [prepaidOpening(ctx, request)]);
  return holdResultOf(postedOf(outcome));
}

function prepaidOpening(ctx: Context, request: HoldRequest & { source: Source }): Posting {
  const { amount, description, source } = request;
  const row: Entry = { type: "gpu_usage", amount: negate(amount), description, source, ...refOf(request) };
  return openingOf(ctx, request, "prepaid", [row]);
}

export interface Settlement {
  id: string;
  used: Nano;
  /** Names the work for both possible rows: "GPU Instance #132: 3 h 12 min of 4 h". */
  description: string;
  source: Source;
  idempotencyKey: string;
  at?: Date;
  /** What was metered over the hold's time; its charge is what was used. */
  event?: UsageEvent;
}

/**
 * Ends a prepaid hold: held = used + refund, or used = held + overage. The refund fills the grants that the hold had burned.
 * @throws Refusal `hold_ended`, `not_found`.
 */
export async function settlePrepaidHold(ctx: Context, settlement: Settlement): Promise<HoldResult> {
  const outcome = await inAccount(ctx.accountId, (tx) => settle(tx, ctx, settlement));
  return settlement.event && outcome.replayed ? readEnd(ctx, settlement.id) : holdResultOf(outcome);
}

/** The same inside the caller's transaction. Locks the wallet. */
export async function settlePrepaidHoldWithin(
  tx: Tx,
  ctx: Context,
  settlement: Settlement,
): Promise<HoldResult> {
  return holdResultOf(await settle(tx, ctx, settlement));
}

type Posted = Extract<Outcome, { status: "posted" }>;

async function settle(tx: Tx, ctx: Context, settlement: Settlement): Promise<Posted> {
  const hold = await readHoldOn(sqlOf(tx), ctx, settlement.id);
  const [outcome] = await postWithin(tx, [await settlementOf(tx, hold, settlement)]);
  return postedOf(outcome);
}

async function settlementOf(tx: Tx, hold: Hold, settlement: Settlement): Promise<Posting> {
  const { id, used, description, source, idempotencyKey, at, event } = settlement;
  const { accountId, unit, openedSeq } = hold;
  if (hold.kind !== "prepaid" || openedSeq === null)
    throw new Refusal("unprocessable", "This hold is captured or released, not settled.");
  const unused = sub(hold.amount, used);
  const row = {
    refType: hold.refType ?? "hold",
    refId: hold.refId ?? id,
    source,
    description,
    amount: unused,
  };
  const entries: Entry[] =
    unused > ZERO
      ? [
          {
            ...row,
            type: "refund",
            restores: await restorableWithin(tx, { accountId, unit, seqs: [openedSeq] }),
          },
        ]
      : unused < ZERO
        ? [{ ...row, type: "gpu_usage" }]
        : [];
  return {
    ...{ accountId, unit, idempotencyKey, entries },
    floor: null,
    ...(at && { at }),
    hold: { change: "end", id, status: "captured", used },
    ...(event && { event }),
  };
}
