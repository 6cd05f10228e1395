import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";
import { OUT_OF_CREDIT, readRoom } from "./policy";
import { titleOf } from "./rules/describe";

/** What the policy of low and negative credit has done, for the banners of every page. */
export interface DeploymentNotices {
  /** What was stopped for want of credit in the last days, newest first: "Guardrail #204". */
  stopped: string[];
  /** What is said of that: word for word. */
  message: string;
  /** Below it nothing new is deployed. ECU as a decimal string. */
  low_limit: string;
}

const RECENT_MS = 30 * DAY_MS;
const MOST = 5;

/** Whether something was stopped, and how low the credit may be. */
export async function readDeploymentNotices(ctx: Context, now = new Date()): Promise<DeploymentNotices> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const since = new Date(now.getTime() - RECENT_MS);
  return inAccount(accountId, async (tx) => {
    const { lowLimit, available } = await readRoom(tx, accountId);
    // With credit nothing of it needs a hand.
    const interrupted =
      available > 0n
        ? []
        : await tx.instance.findMany({
            where: { accountId, status: "interrupted", stoppedAt: { gte: since } },
            orderBy: [{ stoppedAt: "desc" }, { id: "asc" }],
            take: MOST,
          });
    return { stopped: interrupted.map(titleOf), message: OUT_OF_CREDIT, low_limit: formatCredits(lowLimit) };
  });
}
