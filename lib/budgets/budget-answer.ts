import type { z } from "zod";
import { percentOf } from "@/lib/values/display/percent";
import { formatCredits } from "@/lib/values/money";
import type { BudgetState } from "./rules/limit";
import type { LimitStateAnswer } from "./schema";

/** The standing of a limit as programs see it: decimal strings of ECU. */
export function stateAnswer({
  limit,
  spent,
  held,
  remaining,
}: Pick<BudgetState, "limit" | "spent" | "held" | "remaining">): z.output<typeof LimitStateAnswer> {
  return {
    limit: formatCredits(limit),
    spent: formatCredits(spent),
    held: formatCredits(held),
    remaining: formatCredits(remaining),
    used_percent: percentOf(spent + held, limit),
  };
}
