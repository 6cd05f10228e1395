import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { audit } from "./audit";

export async function renameAccount(ctx: Context, { name }: { name: string }): Promise<void> {
  requirePermission(ctx, "account:write");
  await inAccount(ctx.accountId, async (tx) => {
    await tx.account.update({ where: { id: ctx.accountId }, data: { name } });
    await audit(tx, ctx, {
      action: "account.renamed",
      subjectType: "account",
      subjectId: ctx.accountId,
      details: { name },
    });
  });
}
