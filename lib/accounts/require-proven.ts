import type { Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";

/**
 * For what brings others in, or sends mail to addresses that nobody here answers for: who signed up with an address of others must not do
 * it in their name, nor with mails that carry words of their own.
 * @throws Refusal `forbidden` to a member who has not shown yet that their address is theirs
 */
export async function requireProven(tx: Tx, { actor }: Pick<Context, "actor">): Promise<void> {
  if (actor.kind !== "member") return;
  const { emailVerifiedAt } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (emailVerifiedAt) return;
  throw new Refusal(
    "forbidden",
    "Confirm your address first: the link is in your welcome e-mail. Settings, Profile sends it again.",
  );
}
