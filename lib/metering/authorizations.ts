import { hash } from "node:crypto";
import { captureHold, type HoldResult, openHold, readHold, releaseHold } from "@/lib/ledger/holds";
import { formatAmount, rowOf } from "@/lib/ledger/row";
import type { Hold, TransactionRow } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId, type Unit } from "@/lib/values/ids";
import { amountOf } from "./amount-of";
import type { NewAuthorization, NewCapture } from "./schema-ledger";

/** An authorization as programs see it. Amounts are decimal strings. */
export interface AuthorizationView {
  id: string;
  status: Hold["status"];
  unit: Unit;
  amount: string;
  /** What was captured; null until then. */
  used: string | null;
  description: string;
  ref_type: string | null;
  ref_id: string | null;
  created_at: string;
  expires_at: string | null;
  ended_at: string | null;
  /** The ledger rows that the capture wrote. */
  transactions: TransactionRow[];
}

/** Holds the worst case of work that is about to run. @throws Refusal `insufficient_credits` when it is not available. */
export async function authorize(
  ctx: Context,
  request: NewAuthorization,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const { unit, description, expires_in, ref_type, ref_id } = request;
  const result = await openHold(ctx, {
    unit,
    amount: amountOf(request.amount, unit),
    description,
    idempotencyKey: `authorization:${key ?? newId()}`,
    expiresAt: new Date(Date.now() + expires_in * 1_000),
    refType: ref_type,
    refId: ref_id,
  });
  return viewOf(result);
}

/** Charges what was really used; the rest of the hold is available again. @throws Refusal `hold_ended`, `not_found`. */
export async function captureAuthorization(
  ctx: Context,
  id: string,
  capture: NewCapture,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const hold = await readHold(ctx, id);
  const result = await captureHold(ctx, {
    id,
    used: amountOf(capture.amount, hold.unit),
    description: capture.description ?? hold.description,
    source: "api",
    idempotencyKey: endKey("capture", id, key),
    overage: capture.overage,
  });
  return viewOf(result);
}

/** Gives the whole hold back. @throws Refusal `hold_ended`, `not_found`. */
export async function releaseAuthorization(
  ctx: Context,
  id: string,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  return viewOf(await releaseHold(ctx, id, endKey("release", id, key)));
}

/** An authorization by its id. @throws Refusal `not_found`, for another account's too. */
export async function readAuthorization(ctx: Context, id: string): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  return viewOf({ hold: await readHold(ctx, id), transactions: [], replayed: false });
}

/** The longest key that a request may carry does not fit beside the id: it is digested. */
function endKey(verb: string, id: string, key: string | null): string {
  if (key === null) return `${verb}:${id}`;
  return `${verb}:${id}:${key.length > 200 ? hash("sha256", key) : key}`;
}

function viewOf({ hold, transactions }: HoldResult): AuthorizationView {
  const { id, status, unit, amount, used, description, refType, refId, createdAt, expiresAt, endedAt } = hold;
  return {
    id,
    status,
    unit,
    amount: formatAmount(amount, unit),
    used: used === null ? null : formatAmount(used, unit),
    description,
    ref_type: refType,
    ref_id: refId,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
    transactions: transactions.map(rowOf),
  };
}
