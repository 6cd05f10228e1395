import { column } from "@/lib/db/column";
import { readInAccount } from "@/lib/db/transaction";
import { type Context } from "@/lib/values/context";
import { isUuid, newId, type Unit } from "@/lib/values/ids";
import { min, type Nano, negate, nano, sub, ZERO } from "@/lib/values/money";
import { notFound, Refusal } from "@/lib/values/refusal";
import { postOne } from "./post";
import { holdOf } from "./records";
import { restorable } from "./restorable";
import { type HoldRecord, READ_HOLDS } from "./statements/holds";
import type { Entry, Hold, Source, Transaction, TransactionType } from "./types";

export interface HoldRequest {
  unit?: Unit;
  /** Nano-credits to set aside; positive. */
  amount: Nano;
  description: string;
  idempotencyKey: string;
  expiresAt: Date | null;
  refType?: string;
  refId?: string;
  /** The least that must stay available; zero unless the account's policy says otherwise. */
  floor?: Nano;
  /** When it happened, for a history that is brought over. */
  at?: Date;
}

/** What became of a hold, and the rows that ended it. */
export interface HoldResult {
  hold: Hold;
  transactions: readonly Transaction[];
  replayed: boolean;
}

/** Sets credit aside without a ledger row: `held` grows, `available` shrinks. @throws Refusal `insufficient_credits`. */
export function openHold(ctx: Context, request: HoldRequest): Promise<HoldResult> {
  return open(ctx, request, "reservation", []);
}

/** Sets credit aside with a ledger row, as instances do: the row stands in the books until a refund or an overage settles it. */
export function openPrepaidHold(
  ctx: Context,
  request: HoldRequest & { source: Source },
): Promise<HoldResult> {
  const { amount, description, source } = request;
  return open(ctx, request, "prepaid", [
    { type: "gpu_usage", amount: negate(amount), description, source, ...refOf(request) },
  ]);
}

async function open(
  ctx: Context,
  request: HoldRequest,
  kind: Hold["kind"],
  entries: Entry[],
): Promise<HoldResult> {
  const { unit = "credit", amount, description, expiresAt, idempotencyKey, floor = ZERO } = request;
  const outcome = await postOne({
    accountId: ctx.accountId,
    unit,
    idempotencyKey,
    entries,
    floor,
    ...atOf(request),
    hold: { change: "open", id: newId(), kind, amount, description, expiresAt, ...refOf(request) },
  });
  return resultOf(outcome);
}

function refOf({ refType, refId }: Pick<HoldRequest, "refType" | "refId">) {
  return refType !== undefined && refId !== undefined ? { refType, refId } : {};
}

function atOf({ at }: { at?: Date }) {
  return at ? { at } : {};
}

function resultOf({ hold, transactions, replayed }: Awaited<ReturnType<typeof postOne>>): HoldResult {
  if (!hold) throw new Error("a change of a hold was posted without a hold");
  return { hold, transactions, replayed };
}

/** The hold by its id. @throws Refusal `not_found`, for another account's hold too. */
export async function readHold(ctx: Context, id: string): Promise<Hold> {
  if (!isUuid(id)) throw notFound("hold");
  const [row] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<HoldRecord>(READ_HOLDS, [column([ctx.accountId]), column([id]), "{}"]),
  );
  if (!row) throw notFound("hold");
  return holdOf(row);
}

export interface Capture {
  id: string;
  /** What was really used; nothing to the whole hold, or more than it. */
  used: Nano;
  type?: Extract<TransactionType, "spend" | "gpu_usage" | "storage_billing">;
  description: string;
  source: Source;
  idempotencyKey: string;
  /** What was used above the hold: charged as a row of its own, or refused. */
  overage: "charge" | "refuse";
}

/** Ends a reservation with what was really used; the rest is available again. @throws Refusal `hold_ended`, `not_found`. */
export async function captureHold(ctx: Context, capture: Capture): Promise<HoldResult> {
  const { id, used, type = "spend", description, source, idempotencyKey } = capture;
  const hold = await readHold(ctx, id);
  if (hold.kind !== "reservation")
    throw new Refusal("unprocessable", "This hold is settled by its instance, not captured.");
  if (used > hold.amount && capture.overage === "refuse") {
    throw new Refusal(
      "unprocessable",
      "More was used than is held. Capture at most the held amount, or allow an overage.",
    );
  }
  const within = min(used, hold.amount);
  const row = { type, source, refType: "hold", refId: id };
  const entries: Entry[] = [
    { ...row, amount: negate(within), description },
    { ...row, amount: sub(within, used), description: `${description}: overage above the hold` },
  ];
  const outcome = await postOne({
    accountId: ctx.accountId,
    unit: hold.unit,
    idempotencyKey,
    entries: entries.filter(({ amount }) => amount !== ZERO),
    floor: null,
    hold: { change: "end", id, status: "captured", used },
  });
  return resultOf(outcome);
}

/** Gives a reservation back unused. @throws Refusal `hold_ended`, `not_found`. */
export async function releaseHold(ctx: Context, id: string, idempotencyKey: string): Promise<HoldResult> {
  const hold = await readHold(ctx, id);
  if (hold.kind !== "reservation")
    throw new Refusal("unprocessable", "This hold is settled by its instance, not released.");
  return end(ctx, hold, "released", idempotencyKey);
}

/** Gives a reservation back because its time is over. */
export function expireHold(ctx: Context, hold: Hold): Promise<HoldResult> {
  return end(ctx, hold, "expired", `hold-expired:${hold.id}`);
}

async function end(
  ctx: Context,
  hold: Hold,
  status: "released" | "expired",
  idempotencyKey: string,
): Promise<HoldResult> {
  const { id, unit } = hold;
  const change = { change: "end", id, status, used: null } as const;
  return resultOf(
    await postOne({ accountId: ctx.accountId, unit, idempotencyKey, entries: [], floor: null, hold: change }),
  );
}

export interface Settlement {
  id: string;
  used: Nano;
  /** Names the work for both possible rows: "GPU Instance #132: 3 h 12 min of 4 h". */
  description: string;
  source: Source;
  idempotencyKey: string;
  at?: Date;
}

/**
 * Ends a prepaid hold: held = used + refund, or used = held + overage. The refund fills the grants that the hold had burned.
 * @throws Refusal `hold_ended`, `not_found`.
 */
export async function settlePrepaidHold(ctx: Context, settlement: Settlement): Promise<HoldResult> {
  const { id, used, description, source, idempotencyKey } = settlement;
  const hold = await readHold(ctx, id);
  if (hold.kind !== "prepaid" || hold.openedSeq === null)
    throw new Refusal("unprocessable", "This hold is captured or released, not settled.");
  const unused = sub(hold.amount, used);
  const ref = { refType: hold.refType ?? "hold", refId: hold.refId ?? id, source };
  const entry: Entry =
    unused > 0n
      ? {
          ...ref,
          type: "refund",
          amount: unused,
          description,
          restores: await restorable(hold.accountId, hold.unit, hold.openedSeq),
        }
      : { ...ref, type: "gpu_usage", amount: unused, description };
  const outcome = await postOne({
    accountId: ctx.accountId,
    unit: hold.unit,
    idempotencyKey,
    entries: unused === 0n ? [] : [entry],
    floor: null,
    ...atOf(settlement),
    hold: { change: "end", id, status: "captured", used: nano(used) },
  });
  return resultOf(outcome);
}
