import { audit, nameOf } from "@/lib/accounts/audit";
import { unlessTaken } from "@/lib/accounts/unique";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { startOfDay, utcDay } from "@/lib/values/time";
import { wordOf } from "./check-scope";
import { findBudget } from "./list-budgets";
import type { BudgetAnswer, NewBudget } from "./schema";

/** Each is summed whenever the list is read. */
const MOST = 500;

/** A refusal for a second live budget of the same thing, period and mode. */
export function alreadyBudgeted(): Refusal {
  return new Refusal(
    "already_exists",
    "There is a budget of this scope, period and mode already: change its limit, or archive it.",
    [{ field: "scope_value", message: "has such a budget already" }],
  );
}

/** Limits spending from now on; what was spent in the period counts. @throws Refusal `invalid_request`, `already_exists`, `unprocessable` */
export async function createBudget(ctx: Context, budget: NewBudget): Promise<BudgetAnswer> {
  requirePermission(ctx, "budgets:write");
  const { accountId } = ctx;
  const { name, scope, period, mode, limit } = budget;
  const id = newId();
  const write = inAccount(accountId, async (tx) => {
    // Of two at once, the second sees the first.
    await sqlOf(tx).query("SELECT id FROM accounts WHERE id = $1::uuid FOR NO KEY UPDATE", [accountId]);
    if ((await tx.budget.count({ where: { accountId, archivedAt: null } })) >= MOST) {
      throw new Refusal(
        "unprocessable",
        `An account has at most ${MOST} budgets. Archive those that are no longer needed.`,
      );
    }
    const scopeValue = await wordOf(tx, accountId, scope, budget.scope_value);
    await tx.budget.create({
      data: {
        accountId,
        id,
        name,
        scope,
        scopeValue,
        period,
        mode,
        limitAmount: parseCredits(limit),
        startsOn: startOfDay(budget.starts_on ?? utcDay(new Date())),
        createdBy: nameOf(ctx.actor).actorName,
      },
    });
    await audit(tx, ctx, {
      action: "budget.created",
      subjectType: "budget",
      subjectId: id,
      details: { name, scope, scopeValue, period, mode, limit },
    });
  });
  await unlessTaken(write, alreadyBudgeted);
  return findBudget(accountId, id);
}
