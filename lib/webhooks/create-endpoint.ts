import { audit, nameOf } from "@/lib/accounts/audit";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { requireReachable } from "./check-url";
import { endpointOf, SHOWN, type WithSecret } from "./endpoint";
import { lookAgain } from "./is-listening";
import { withoutPath } from "./rules/shown-url";
import type { NewEndpoint } from "./schema";
import { newSecret } from "./secret";

const MOST = 20;

/**
 * Has an account's own system told of what happens from now on. The answer is the only one that shows the secret.
 * @throws Refusal `invalid_request` naming the field, `unprocessable` when there are as many as there may be
 */
export async function createEndpoint(ctx: Context, input: NewEndpoint): Promise<WithSecret> {
  requirePermission(ctx, "webhooks:write");
  requireReachable(input.url);
  const { accountId } = ctx;
  const { url, description, types } = input;
  const id = newId();
  const { secret, sealed } = newSecret({ accountId, id });
  const created = await inAccount(accountId, async (tx) => {
    // Of two at once, the second counts the first.
    await sqlOf(tx).query("SELECT id FROM accounts WHERE id = $1::uuid FOR NO KEY UPDATE", [accountId]);
    const others = await tx.webhookEndpoint.count({ where: { accountId, deletedAt: null } });
    if (others >= MOST)
      throw new Refusal("unprocessable", `An account has at most ${MOST} endpoints. Delete one first.`);
    const row = await tx.webhookEndpoint.create({
      data: {
        accountId,
        id,
        url,
        description,
        types,
        secret: sealed,
        createdBy: nameOf(ctx.actor).actorName,
      },
      select: SHOWN,
    });
    const details = { url: withoutPath(url), types };
    await audit(tx, ctx, { action: "webhook.created", subjectType: "webhook", subjectId: id, details });
    return row;
  });
  lookAgain();
  return { ...endpointOf(created), secret };
}
