import type { Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { nano, parseCredits } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";

/** What a new account gets: 75 credits and 10,000 tool runs, if the environment says nothing else. */
export async function grantStarter(tx: Tx, accountId: string): Promise<void> {
  const { ECU_STARTER_CREDITS, ECU_STARTER_TOOL_RUNS, ECU_STARTER_EXPIRY_DAYS: days } = env();
  const credits = parseCredits(ECU_STARTER_CREDITS);
  const toolRuns = nano(BigInt(ECU_STARTER_TOOL_RUNS));
  const expiresAt = days ? new Date(Date.now() + days * DAY_MS) : null;
  const starter = { accountId, type: "bonus", source: "system", expiresAt } as const;
  if (credits > 0n) {
    await grantCredit(tx, {
      ...starter,
      unit: "credit",
      amount: credits,
      description: "Free starter pack",
      idempotencyKey: "starter:credit",
    });
  }
  if (toolRuns > 0n) {
    const description = "Free starter pack: tool runs";
    await grantCredit(tx, {
      ...starter,
      unit: "tool_run",
      amount: toolRuns,
      description,
      idempotencyKey: "starter:tool_run",
    });
  }
}
