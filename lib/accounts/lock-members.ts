import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Context, Role } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { rankOf } from "./rules/roles";

export interface ActiveMember {
  userId: string;
  role: Role;
}

/**
 * Locks an account's membership and reads it afresh, so that of two changes at once the second sees the first: two
 * owners cannot demote each other, and who was demoted a moment ago changes nothing more.
 */
export async function lockMembers(tx: Tx, ctx: Context): Promise<{ rank: Role; members: ActiveMember[] }> {
  const { accountId, actor } = ctx;
  await sqlOf(tx).query("SELECT id FROM accounts WHERE id = $1::uuid FOR NO KEY UPDATE", [accountId]);
  const members = await tx.member.findMany({
    where: { accountId, disabledAt: null },
    select: { userId: true, role: true },
  });
  if (actor.kind !== "member") return { rank: rankOf(actor), members };
  const self = members.find(({ userId }) => userId === actor.userId);
  if (!self) throw new Refusal("forbidden", "You are no longer a member of this account.");
  return { rank: self.role, members };
}
