import { audit } from "@/lib/accounts/audit";
import { inAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";

/** Whoever saves a file of an account that they only view takes its data away: that stands in the account's log, before they have it. */
export function noteFile(ctx: Context, file: string): Promise<void> {
  return inAccount(ctx.accountId, (tx) =>
    audit(tx, ctx, { action: "account.file_saved", subjectType: "file", details: { file } }),
  );
}
