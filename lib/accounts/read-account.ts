import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";

export interface AccountSummary {
  id: string;
  name: string;
  createdAt: Date;
}

export async function readAccount(ctx: Context): Promise<AccountSummary> {
  requirePermission(ctx, "account:read");
  const account = await inAccount(ctx.accountId, (tx) =>
    tx.account.findUnique({
      where: { id: ctx.accountId },
      select: { id: true, name: true, createdAt: true },
    }),
  );
  if (!account) throw notFound("account");
  return account;
}
