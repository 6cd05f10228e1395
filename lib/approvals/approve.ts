import { z } from "zod";
import type { Approval } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { WorkScope } from "@/lib/ledger/types";
import { authorizationTasks } from "@/lib/metering/preflight/announce-authorization";
import { holdWithin } from "@/lib/metering/preflight/hold-work";
import { scopeOfAll } from "@/lib/metering/preflight/scope-of";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { decide, type Decision, decideWithin } from "./decide";

/**
 * Agrees, as a person: a job's worst case is held from now on, a mandate is good from now on.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`: it is pending still; `approval_decided`, `gone`, `not_found`, `forbidden`
 */
export function approve(ctx: Context, { id }: { id: string }): Promise<Decision> {
  return decide(ctx, id, "approved", changeOf(ctx));
}

/** The same in the caller's transaction. */
export function approveWithin(tx: Tx, ctx: Context, id: string): Promise<Decision> {
  return decideWithin(tx, ctx, id, "approved", changeOf(ctx));
}

function changeOf(ctx: Context) {
  return async (tx: Tx, approval: Approval, now: Date) => {
    const until = new Date(now.getTime() + approval.lastsSeconds * 1_000);
    if (approval.kind === "mandate") return { validUntil: until };
    return { holdId: await holdFor(tx, ctx, approval, until) };
  };
}

async function holdFor(tx: Tx, ctx: Context, approval: Approval, expiresAt: Date): Promise<string> {
  const idempotencyKey = `approval:${approval.id}`;
  const opened = { id: newId(), kind: "reservation", idempotencyKey } as const;
  const { hold } = await holdWithin(tx, ctx, {
    id: opened.id,
    unit: approval.unit,
    amount: nano(approval.amount),
    description: approval.title,
    scope: scopeOfRequest(ctx, approval),
    idempotencyKey,
    expiresAt,
    refType: "approval",
    refId: approval.id,
    outbox: await authorizationTasks(ctx.accountId, "created", opened),
  });
  return hold.id;
}

const Kinds = z.array(
  z.object({ feature: z.string(), operation: z.string().optional(), model: z.string().optional() }),
);

/** What a job's hold is for. It counts for whoever asked, not for the person who agreed. */
export function scopeOfRequest(ctx: Context, approval: Approval): WorkScope {
  const { features, member, team, project, requestedKeyId: keyId } = approval;
  const operations = Kinds.parse(approval.operations);
  const kinds =
    operations.length > 0
      ? operations
      : [{ feature: features[0] ?? "", operation: undefined, model: undefined }];
  return { ...scopeOfAll(ctx, kinds, { member, team, project }), keyId };
}
