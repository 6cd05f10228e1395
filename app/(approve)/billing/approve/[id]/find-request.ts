import type { Approval } from "@/components/approvals/approval";
import { readRequest } from "@/lib/approvals/read-requests";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { pageContext, pagePerson } from "@/lib/web/session";

interface Found {
  ctx: Context;
  approval: Approval;
}

/**
 * The request of a link, on the account that the link names, whichever one the person looked at last. A link without an account is looked
 * for in each of the person's. Null when none of them has it.
 */
export async function findRequest(id: string, account: string | undefined): Promise<Found | null> {
  const person = await pagePerson();
  const accounts = account === undefined ? person.memberships.map(({ accountId }) => accountId) : [account];
  for (const accountId of accounts) {
    const ctx = await pageContext(accountId);
    const approval = await readRequest(ctx, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found") return null;
      throw error;
    });
    if (approval) return { ctx, approval };
  }
  return null;
}
