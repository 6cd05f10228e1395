import type { Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { type Nano, nano, parseCredits } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";

/** What a new account gets of each: 75 credits and 10,000 tool runs, if the environment says nothing else. */
function starterAmounts(): { credits: Nano; toolRuns: Nano } {
  const { ECU_STARTER_CREDITS, ECU_STARTER_TOOL_RUNS } = env();
  return { credits: parseCredits(ECU_STARTER_CREDITS), toolRuns: nano(BigInt(ECU_STARTER_TOOL_RUNS)) };
}

/** Whether a new account gets anything. */
export function hasStarter(): boolean {
  const { credits, toolRuns } = starterAmounts();
  return credits > 0n || toolRuns > 0n;
}

/** Gives a new account its free starter pack. */
export async function grantStarter(tx: Tx, accountId: string): Promise<void> {
  const { ECU_STARTER_EXPIRY_DAYS: days } = env();
  const { credits, toolRuns } = starterAmounts();
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
