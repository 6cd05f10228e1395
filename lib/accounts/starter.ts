import type { Tx } from "@/lib/db/transaction";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { nano, parseCredits } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";

/** What a new account gets: 75 credits and 10,000 tool runs, if the environment says nothing else. */
export async function grantStarter(tx: Tx, accountId: string): Promise<void> {
  const credits = parseCredits(process.env.STARTER_CREDITS ?? "75");
  const toolRuns = nano(BigInt(process.env.STARTER_TOOL_RUNS ?? "10000"));
  const days = Number(process.env.STARTER_EXPIRES_DAYS ?? 0);
  const expiresAt = days > 0 ? new Date(Date.now() + days * DAY_MS) : null;
  const starter = { accountId, type: "bonus", source: "system", expiresAt } as const;
  if (credits > 0n) {
    await grantCredit(tx, { ...starter, unit: "credit", amount: credits, description: "Free starter pack", idempotencyKey: "starter:credit" });
  }
  if (toolRuns > 0n) {
    const description = "Free starter pack: tool runs";
    await grantCredit(tx, { ...starter, unit: "tool_run", amount: toolRuns, description, idempotencyKey: "starter:tool_run" });
  }
}
