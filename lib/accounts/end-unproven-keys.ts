import type { Tx } from "@/lib/db/transaction";
import { audit } from "./audit";

/**
 * Ends the API keys that were made in a person's name before their address was proven, when somebody proves that it is theirs who may be another
 * than who signed up: else a key would let that one in for ever, whatever the password is. Who follows the link of their welcome mail never
 * meets this.
 */
export async function endUnprovenKeys(tx: Tx, createdBy: string, requestId: string): Promise<void> {
  const { emailVerifiedAt } = await tx.user.findUniqueOrThrow({ where: { id: createdBy } });
  if (emailVerifiedAt) return;
  const where = { createdBy, revokedAt: null };
  const keys = await tx.apiKey.findMany({ where, select: { id: true, accountId: true } });
  await tx.apiKey.updateMany({ where, data: { revokedAt: new Date() } });
  const actor = { kind: "system", name: "address proven" } as const;
  for (const { id, accountId } of keys) {
    const deed = { action: "key.revoked", subjectType: "key", subjectId: id };
    if (accountId) await audit(tx, { accountId, actor, requestId }, deed);
  }
}
