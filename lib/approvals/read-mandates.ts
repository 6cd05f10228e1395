import { mandateLimit } from "@/lib/budgets/find-limits";
import { readStates } from "@/lib/budgets/read-states";
import type { Approval } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { mandateAnswer } from "./approval-answer";
import { findRequest, requireReader } from "./read-approval";
import type { MandateAnswer } from "./schema";

const PAGE = 100;

/** The account's newest mandates, each with what was spent and is held under it. */
export async function listMandates(ctx: Context): Promise<MandateAnswer[]> {
  requireReader(ctx);
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const mandates = await tx.approval.findMany({
      where: { accountId, kind: "mandate" },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: PAGE,
    });
    return standingsOf(tx, accountId, mandates);
  });
}

/** One mandate as it stands. @throws Refusal `not_found`, for another account's too */
export async function readMandate(ctx: Context, id: string): Promise<MandateAnswer> {
  requireReader(ctx);
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const mandate = await findRequest(tx, accountId, id, "mandate");
    const [answer] = await standingsOf(tx, accountId, [mandate]);
    if (!answer) throw new Error("a mandate has no standing");
    return answer;
  });
}

/** Mandates as they stand now. */
export async function standingsOf(
  tx: Tx,
  accountId: string,
  mandates: readonly Approval[],
): Promise<MandateAnswer[]> {
  const now = new Date();
  const limits = mandates.map((mandate) => mandateLimit(mandate));
  const states = await readStates(sqlOf(tx), accountId, limits, now);
  return mandates.flatMap((mandate, index) => {
    const state = states[index];
    return state ? [mandateAnswer(mandate, state, now)] : [];
  });
}
