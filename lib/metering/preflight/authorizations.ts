import { hash } from "node:crypto";
import { extendHold } from "@/lib/ledger/extend-hold";
import { type HoldResult, readEnd, readHold, releaseHold } from "@/lib/ledger/holds";
import { formatAmount, rowOf } from "@/lib/ledger/row";
import type { Hold, TransactionRow, WorkScope } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId, type Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import { amountOf } from "../amount-of";
import { isGatewayEvent, isGatewayHold, TAKEN_BY_GATEWAY } from "../rules/gateway-names";
import { featureName } from "../rules/usage-names";
import { authorizationTasks } from "./announce-authorization";
import { holdWork } from "./hold-work";
import type { Extension, NewAuthorization, NewCapture } from "./schema";
import { scopeOfAll, type Who } from "./scope-of";
import { settleWork } from "./settle-work";
import { type WorstLine, worstCaseOf } from "./worst-case";

const OTHERWISE_CAPTURED =
  "The hold was already captured, with another amount or other usage: a hold ends once.";

/** An authorization as programs see it. Amounts are decimal strings. */
export interface AuthorizationView {
  id: string;
  status: Hold["status"];
  unit: Unit;
  amount: string;
  /** What was captured; null until then. */
  used: string | null;
  description: string;
  feature: string;
  model: string;
  member: string;
  team: string;
  project: string;
  mandate: string | null;
  ref_type: string | null;
  ref_id: string | null;
  created_at: string;
  expires_at: string | null;
  ended_at: string | null;
  /** The ledger rows that the capture wrote. */
  transactions: TransactionRow[];
}

/**
 * Holds the worst case of work that is about to run: of operations as the rate card prices them, or an amount that the platform knows.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `mandate_exceeded` and its kin; `invalid_request` naming the field
 */
export async function authorize(
  ctx: Context,
  request: NewAuthorization,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const { description, expires_in, ref_type, ref_id } = request;
  const { unit, amount, scope, ...worst } = await askedWork(ctx, request);
  const id = newId();
  const idempotencyKey = `authorization:${key ?? newId()}`;
  const opened = { id, kind: "reservation", idempotencyKey } as const;
  const result = await holdWork(ctx, {
    ...{ id, unit, amount, scope, idempotencyKey },
    description: description ?? worst.description,
    outbox: await authorizationTasks(ctx.accountId, "created", opened),
    expiresAt: new Date(Date.now() + expires_in * 1_000),
    refType: ref_type,
    refId: ref_id,
  });
  return viewOf(result);
}

/** What work costs at most and what it is for, as a hold of it needs to know. */
export interface AskedWork {
  unit: Unit;
  amount: Nano;
  description: string;
  scope: WorkScope;
  /** How operations come to the amount; none for an amount that the platform knows. */
  lines: readonly WorstLine[];
}

/** Reads what is asked for. @throws Refusal `invalid_request` naming the field */
export async function askedWork(
  ctx: Context,
  request: Pick<NewAuthorization, "operations" | "unit" | "amount" | "feature"> & Who,
): Promise<AskedWork> {
  const { operations, unit, amount, feature } = request;
  if (operations === undefined) {
    const scope = scopeOfAll(ctx, [{ feature, operation: undefined, model: undefined }], request);
    // Who does not say what it is for has said what it is charged as.
    const description = featureName(unit === "tool_run" ? unit : feature);
    return { unit, amount: amountOf(amount ?? "", unit), description, scope, lines: [] };
  }
  // A hold counts against the budgets of one feature.
  const other = operations.findIndex((operation) => operation.feature !== operations[0]?.feature);
  if (other >= 0)
    throw invalid(`operations.${other}.feature`, "is another feature than the first: ask for each by itself");
  const worst = await worstCaseOf(ctx, operations, new Date());
  const { lines } = worst;
  const [first, ...more] = lines;
  const description = `${first?.description ?? featureName(feature)}${more.length > 0 ? ` and ${more.length} more` : ""}`;
  const scope = scopeOfAll(ctx, operations, request);
  return { unit: worst.unit, amount: worst.amount, description, scope, lines };
}

/**
 * Charges what was really used, by the rate card or as the platform says; the rest of the hold is available again.
 * @throws Refusal `hold_ended`, `not_found`, `idempotency_mismatch`, `invalid_request` naming the field
 */
export async function captureAuthorization(
  ctx: Context,
  id: string,
  capture: NewCapture,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const { unit } = await ownHold(ctx, id);
  const { usage, amount = "", cost_usd: costUsd, description, overage } = capture;
  const used = usage ? { usage } : { amount: amountOf(amount, unit), costUsd };
  if (isGatewayEvent(usage?.id)) throw invalid("usage.id", TAKEN_BY_GATEWAY);
  const eventId = endKey("capture", id, key);
  const settled = settleWork(ctx, id, { used, eventId, overage, description });
  return viewOf(
    await settled.catch((error: unknown) => {
      // Whoever names no key and no event has no other to try: their hold is over.
      const isOver = error instanceof Refusal && error.code === "idempotency_mismatch" && key === null;
      throw isOver && usage?.id === undefined ? new Refusal(error.code, OTHERWISE_CAPTURED) : error;
    }),
  );
}

/** Gives running work more time, never less. @throws Refusal `hold_ended`, `not_found`. */
export async function extendAuthorization(
  ctx: Context,
  id: string,
  { expires_in }: Extension,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const hold = await extendHold(ctx, id, new Date(Date.now() + expires_in * 1_000));
  return viewOf({ hold, transactions: [] });
}

/** Gives the whole hold back. @throws Refusal `hold_ended`, `not_found`. */
export async function releaseAuthorization(
  ctx: Context,
  id: string,
  key: string | null,
): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  const tasks = await authorizationTasks(ctx.accountId, "released", await ownHold(ctx, id));
  return viewOf(await releaseHold(ctx, id, endKey("release", id, key), tasks));
}

/** An authorization by its id, with the rows of its capture. @throws Refusal `not_found`, for another account's too. */
export async function readAuthorization(ctx: Context, id: string): Promise<AuthorizationView> {
  requirePermission(ctx, "authorizations:write");
  return viewOf(await readEnd(ctx, id));
}

/**
 * A hold that callers may end. That of a running call of the gateway they may not: what the provider goes on to produce would be held by nobody.
 * @throws Refusal `not_found`, `unprocessable`
 */
export async function ownHold(ctx: Context, id: string): Promise<Hold> {
  const hold = await readHold(ctx, id);
  if (!isGatewayHold(hold)) return hold;
  throw new Refusal(
    "unprocessable",
    "This is held for a call of the gateway, which settles it when the call ends.",
  );
}

/** The longest key that a request may carry does not fit beside the id: it is digested. */
function endKey(verb: string, id: string, key: string | null): string {
  if (key === null) return `${verb}:${id}`;
  return `${verb}:${id}:${key.length > 140 ? hash("sha256", key) : key}`;
}

/** A hold as programs see it. */
export function viewOf({ hold, transactions }: Pick<HoldResult, "hold" | "transactions">): AuthorizationView {
  const { id, status, unit, amount, used, description, refType, refId, createdAt, expiresAt, endedAt } = hold;
  const { feature, model, member, team, project, mandate } = hold.scope;
  return {
    id,
    status,
    unit,
    amount: formatAmount(amount, unit),
    used: used === null ? null : formatAmount(used, unit),
    description,
    ...{ feature, model, member, team, project },
    mandate: mandate || null,
    ref_type: refType,
    ref_id: refId,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
    transactions: transactions.map(rowOf),
  };
}
