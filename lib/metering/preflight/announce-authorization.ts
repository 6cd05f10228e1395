import { inAccount } from "@/lib/db/transaction";
import { readHold } from "@/lib/ledger/holds";
import { formatAmount } from "@/lib/ledger/row";
import type { Hold, OutboxTask } from "@/lib/ledger/types";
import { systemContext } from "@/lib/values/context";
import { announce } from "@/lib/webhooks/announce";
import { isListening } from "@/lib/webhooks/is-listening";
import { isGatewayHold } from "../rules/gateway-names";

export const AUTHORIZATION_EVENTS = ["created", "captured", "released", "expired"] as const;
type AuthorizationEvent = (typeof AUTHORIZATION_EVENTS)[number];

/** The task that announces what became of an authorization. */
export const ANNOUNCE_AUTHORIZATION = "authorizations.announce";

/**
 * What a posting that opens or ends an authorization leaves for the worker, so that whoever listens is told: nothing where nobody does, and
 * nothing of the gateway's own holds.
 */
export async function authorizationTasks(
  accountId: string,
  event: AuthorizationEvent,
  hold: Pick<Hold, "id" | "kind" | "idempotencyKey">,
): Promise<OutboxTask[]> {
  if (hold.kind !== "reservation" || isGatewayHold(hold)) return [];
  if (!(await isListening(accountId, `authorization.${event}`))) return [];
  const jobKey = `${ANNOUNCE_AUTHORIZATION}:${event}:${hold.id}`;
  return [{ task: ANNOUNCE_AUTHORIZATION, jobKey, payload: { event, holdId: hold.id } }];
}

/** Announces it; once, however often this runs. One that was created is shown as it was then, even if it has ended since. */
export async function announceAuthorization(
  accountId: string,
  event: AuthorizationEvent,
  holdId: string,
): Promise<void> {
  const hold = await readHold(systemContext(accountId, "webhooks"), holdId);
  const { id, unit, amount, description, refType, refId, used, createdAt, endedAt } = hold;
  const isNew = event === "created";
  const data = {
    ...{ id, unit, description },
    status: isNew ? "open" : event,
    amount: formatAmount(amount, unit),
    used: isNew || used === null ? null : formatAmount(used, unit),
    ref_type: refType,
    ref_id: refId,
  } as const;
  const at = isNew ? createdAt : (endedAt ?? new Date());
  await inAccount(accountId, (tx) =>
    announce(tx, accountId, `authorization.${event}`, data, { cause: holdId, at }),
  );
}
