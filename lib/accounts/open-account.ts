import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { createAccountWithin } from "./create-account";
import type { Person } from "./find-session";
import { countTry, LIMITS } from "./limits";

/**
 * Opens an account for a person who has a sign-in. Free credit is for a start: not for each account that one person
 * opens, nor for who hands one over, leaves it and opens the next. Returns the account's id.
 * @throws Refusal `rate_limited`
 */
export async function openAccount(
  { userId, email, name, sessionId }: Person,
  account: { name: string },
  requestId: string,
): Promise<string> {
  await countTry(LIMITS.accounts, userId);
  const actor = { kind: "member", userId, email, name, role: "owner", sessionId } as const;
  const id = newId();
  await acrossAccounts(async (tx) => {
    // Of two at once, the second sees the first. A membership that ended stays as a row.
    await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [userId]);
    const starter = (await tx.member.count({ where: { userId } })) === 0;
    await createAccountWithin(tx, id, { name: account.name, ownerId: userId, starter, actor, requestId });
  });
  return id;
}
