import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import type { Operator } from "./operator";

/** Who did it where nobody is signed in: somebody on the machine itself. */
const COMMAND_LINE = { actor: { userId: null, email: "command line" }, requestId: "" };

/** What an operator did. */
export interface OperatorDeed {
  /** A thing and what happened to it: `correction.proposed`. */
  action: string;
  /** The account that it happened to, where it was one. */
  accountId?: string | null;
  /** The thing, as `contract:6f0c…`. */
  target?: string;
  /** What changed, without secrets. */
  details?: Record<string, string | number | boolean | null | string[]>;
  /** When it was done, for a history that is brought over; else it is now. */
  at?: Date | undefined;
}

/**
 * Writes the operators' audit log in the transaction of the deed. `audit` does it by itself where an operator acts on an account, so that this
 * is for what happens to none.
 * @param operator who did it; null is the command line, of which the log knows no person
 */
export async function auditOperator(
  tx: Tx,
  operator: Pick<Operator, "actor" | "requestId"> | null,
  { action, accountId, target, details, at }: OperatorDeed,
): Promise<void> {
  const { actor, requestId } = operator ?? COMMAND_LINE;
  await tx.operatorAuditEntry.create({
    data: {
      ...{ id: newId(at), action, requestId },
      ...(at && { createdAt: at }),
      operatorId: actor.userId,
      operatorEmail: actor.email,
      accountId: accountId ?? null,
      target: target ?? "",
      details: details ?? {},
    },
  });
}
