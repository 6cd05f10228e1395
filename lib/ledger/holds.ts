import { column } from "@/lib/db/column";
import type { Sql } from "@/lib/db/sql";
import { readInAccount, type Tx } from "@/lib/db/transaction";
import { type Context } from "@/lib/values/context";
import { isUuid, newId, type Unit } from "@/lib/values/ids";
import { type Nano, ZERO } from "@/lib/values/money";
import { notFound, Refusal } from "@/lib/values/refusal";
import { postedOf, postOne, postWithin } from "./post";
import { holdOf, transactionOf } from "./records";
import { NO_SCOPE } from "./rules/scope";
import { type HoldRecord, READ_HOLDS } from "./statements/holds";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "./statements/transactions";
import type { Entry, Hold, Outcome, OutboxTask, Posting, Transaction, WorkScope } from "./types";

export interface HoldRequest {
  /** Its id, where it must be known before; a repeated request keeps the first one. */
  id?: string;
  unit?: Unit;
  /** Nano-credits to set aside; positive. */
  amount: Nano;
  description: string;
  /** What it is for, so that budgets see it; nothing if it is not said. */
  scope?: WorkScope;
  idempotencyKey: string;
  expiresAt: Date | null;
  refType?: string;
  refId?: string;
  /** The least that must stay available: zero unless the account's policy says otherwise; null for what runs anyway. */
  floor?: Nano | null;
  /** When it happened, for a history that is brought over. */
  at?: Date;
  /** Left for the worker in the same commit. */
  outbox?: readonly OutboxTask[];
}

/** What became of a hold, and the rows that ended it. */
export interface HoldResult {
  hold: Hold;
  transactions: readonly Transaction[];
  replayed: boolean;
}

/** Sets credit aside without a ledger row: `held` grows, `available` shrinks. @throws Refusal `insufficient_credits`. */
export async function openHold(ctx: Context, request: HoldRequest): Promise<HoldResult> {
  return holdResultOf(await postOne(openingOf(ctx, request, "reservation", [])));
}

/** The same inside the caller's transaction, which may have looked at what else limits the work. */
export async function openHoldWithin(tx: Tx, ctx: Context, request: HoldRequest): Promise<HoldResult> {
  const [outcome] = await postWithin(tx, [openingOf(ctx, request, "reservation", [])]);
  return holdResultOf(postedOf(outcome));
}

/** Several of one account at once: each is opened or refused by itself. */
export async function openHoldsWithin(
  tx: Tx,
  ctx: Context,
  requests: readonly HoldRequest[],
): Promise<(HoldResult | Refusal)[]> {
  if (requests.length === 0) return [];
  const postings = requests.map((request) => openingOf(ctx, request, "reservation", []));
  const outcomes = await postWithin(tx, postings);
  return outcomes.map((outcome) =>
    outcome.status === "posted" ? holdResultOf(outcome) : new Refusal(outcome.code, outcome.detail),
  );
}

/** The posting that opens a hold, with the row that it writes, if any. */
export function openingOf(ctx: Context, request: HoldRequest, kind: Hold["kind"], entries: Entry[]): Posting {
  const { unit = "credit", amount, description, expiresAt, idempotencyKey, floor = ZERO } = request;
  const { id = newId(), scope = NO_SCOPE, outbox = [] } = request;
  return {
    accountId: ctx.accountId,
    unit,
    idempotencyKey,
    entries,
    floor,
    ...(request.at && { at: request.at }),
    hold: { change: "open", id, kind, amount, description, scope, expiresAt, ...refOf(request) },
    outbox,
  };
}

/** What a row refers to, where the request says so. */
export function refOf({ refType, refId }: Pick<HoldRequest, "refType" | "refId">) {
  return refType !== undefined && refId !== undefined ? { refType, refId } : {};
}

/** What a posting did to its hold. */
export function holdResultOf({
  hold,
  transactions,
  replayed,
}: Extract<Outcome, { status: "posted" }>): HoldResult {
  if (!hold) throw new Error("a change of a hold was posted without a hold");
  return { hold, transactions, replayed };
}

/** The hold by its id. @throws Refusal `not_found`, for another account's hold too. */
export async function readHold(ctx: Context, id: string): Promise<Hold> {
  return readInAccount(ctx.accountId, (sql) => readHoldOn(sql, ctx, id));
}

/** The same inside the caller's transaction. */
export async function readHoldOn(sql: Sql, { accountId }: Context, id: string): Promise<Hold> {
  if (!isUuid(id)) throw notFound("hold");
  const [row] = await sql.query<HoldRecord>(READ_HOLDS, [column([accountId]), column([id]), "{}"]);
  if (!row) throw notFound("hold");
  return holdOf(row);
}

/** A hold as it is, with the rows that its end wrote. @throws Refusal `not_found`. */
export async function readEnd(ctx: Context, id: string): Promise<HoldResult> {
  const hold = await readHold(ctx, id);
  const { accountId, unit, endedSeq, endedKey } = hold;
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<TransactionRecord>(ROWS_OF_END, [accountId, unit, endedSeq, endedKey]),
  );
  return { hold, transactions: rows.map(transactionOf), replayed: true };
}

// It ends with the row that it names and, when more was used than held, the one before.
const ROWS_OF_END = `SELECT ${TRANSACTION_COLUMNS} FROM transactions t
WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq BETWEEN $3::bigint - 1 AND $3::bigint
  AND t.idempotency_key IN ($4::text, $4::text || '#1') ORDER BY t.seq`;

/** Gives a reservation back unused. @throws Refusal `hold_ended`, `not_found`. */
export async function releaseHold(
  ctx: Context,
  id: string,
  idempotencyKey: string,
  outbox: readonly OutboxTask[] = [],
): Promise<HoldResult> {
  const hold = await readHold(ctx, id);
  if (hold.kind !== "reservation")
    throw new Refusal("unprocessable", "This hold is settled by its instance, not released.");
  return end(ctx, hold, "released", idempotencyKey, outbox);
}

/** Gives a reservation back because its time is over. @throws Refusal `hold_ended`; `conflict` when it was extended. */
export function expireHold(
  ctx: Context,
  hold: Hold,
  outbox: readonly OutboxTask[] = [],
): Promise<HoldResult> {
  return end(ctx, hold, "expired", `hold-expired:${hold.id}`, outbox);
}

async function end(
  ctx: Context,
  hold: Hold,
  status: "released" | "expired",
  idempotencyKey: string,
  outbox: readonly OutboxTask[],
): Promise<HoldResult> {
  const { id, unit } = hold;
  const change = { change: "end", id, status, used: null } as const;
  return holdResultOf(
    await postOne({
      ...{ accountId: ctx.accountId, unit, idempotencyKey },
      ...{ entries: [], floor: null, hold: change, outbox },
    }),
  );
}
