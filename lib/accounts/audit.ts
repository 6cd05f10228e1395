import type { Tx } from "@/lib/db/transaction";
import type { Actor, Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { auditOperator } from "./audit-operator";

/** What was done, for the account's audit log. */
export interface Deed {
  /** A thing and what happened to it: `member.role_changed`. */
  action: string;
  subjectType?: string;
  subjectId?: string;
  /** What changed, without secrets. */
  details?: Record<string, string | number | boolean | null | string[]>;
  /** When it was done, for a history that is brought over; else it is now. */
  at?: Date | undefined;
}

/**
 * Writes the audit log in the transaction of the deed: it is in the log if and only if it happened. What an operator did stands in the log of
 * the operators too.
 */
export async function audit(
  tx: Tx,
  ctx: Pick<Context, "accountId" | "actor" | "requestId">,
  deed: Deed,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      accountId: ctx.accountId,
      id: newId(deed.at),
      ...(deed.at && { createdAt: deed.at }),
      actorKind: ctx.actor.kind,
      ...nameOf(ctx.actor),
      action: deed.action,
      subjectType: deed.subjectType ?? "",
      subjectId: deed.subjectId ?? "",
      details: deed.details ?? {},
      requestId: ctx.requestId,
    },
  });
  const { accountId, actor, requestId } = ctx;
  if (actor.kind !== "operator") return;
  const { action, details = {}, subjectType = "", subjectId = "", at } = deed;
  const target = [subjectType, subjectId].filter((part) => part !== "").join(":");
  await auditOperator(tx, { actor, requestId }, { action, accountId, target, details, at });
}

/** Who acts, by their id and by a name that people know. */
export function nameOf(actor: Actor): { actorId: string; actorName: string } {
  switch (actor.kind) {
    case "member":
      return { actorId: actor.userId, actorName: `${actor.name} <${actor.email}>` };
    case "operator":
      return { actorId: actor.userId, actorName: actor.email };
    case "key":
      return { actorId: actor.keyId, actorName: actor.name };
    case "system":
      return { actorId: actor.name, actorName: actor.name };
  }
}
