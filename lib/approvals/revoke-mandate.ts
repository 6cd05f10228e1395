import { audit } from "@/lib/accounts/audit";
import { inAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { notFound, Refusal } from "@/lib/values/refusal";
import { requireDecider } from "./decide";
import { lockRequest } from "./read-approval";
import { statusOf } from "./rules/status";

/**
 * Ends a mandate before its time, as a person: nothing new runs under it, what runs is completed and charged. Doing it again changes nothing.
 * @throws Refusal `not_found`, `forbidden`; `conflict` for one that was never approved; `mandate_ended` when its time was over anyway
 */
export async function revokeMandate(ctx: Context, { id }: { id: string }): Promise<void> {
  requireDecider(ctx);
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const mandate = await lockRequest(tx, accountId, id);
    if (mandate.kind !== "mandate") throw notFound("mandate");
    const now = new Date();
    const status = statusOf(mandate, now);
    if (status === "revoked") return;
    if (status === "ended") throw new Refusal("mandate_ended", "This mandate has ended by itself.");
    if (status !== "approved")
      throw new Refusal("conflict", `This mandate is ${status}: there is nothing to revoke.`);
    await tx.approval.update({
      where: { accountId_id: { accountId, id } },
      data: { status: "revoked", endedAt: now },
    });
    await audit(tx, ctx, {
      action: "mandate.revoked",
      subjectType: "approval",
      subjectId: id,
      details: { title: mandate.title },
    });
  });
}
