import { audit } from "@/lib/accounts/audit";
import { unlessTaken } from "@/lib/accounts/unique";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { notFound, Refusal } from "@/lib/values/refusal";
import { alreadyBudgeted } from "./create-budget";
import { findBudget } from "./list-budgets";
import type { BudgetAnswer, BudgetChange } from "./schema";

/**
 * Changes a budget's name, limit or mode. A limit below what is spent refuses new work; what runs goes on.
 * @throws Refusal `not_found`; `conflict` for an archived one; `already_exists` for a mode that another budget has
 */
export async function changeBudget(ctx: Context, id: string, change: BudgetChange): Promise<BudgetAnswer> {
  requirePermission(ctx, "budgets:write");
  const { accountId } = ctx;
  const write = inAccount(accountId, async (tx) => {
    const before = await lockBudget(tx, accountId, id);
    if (before.archived_at !== null) {
      throw new Refusal("conflict", "This budget is archived. Make another one in its place.");
    }
    const {
      name = before.name,
      mode = before.mode,
      limit = formatCredits(nano(before.limit_amount)),
    } = change;
    await tx.budget.update({
      where: { accountId_id: { accountId, id } },
      data: { name, mode, limitAmount: parseCredits(limit), changedAt: new Date() },
    });
    await audit(tx, ctx, {
      action: "budget.changed",
      subjectType: "budget",
      subjectId: id,
      details: {
        name,
        mode,
        limit,
        ...(name !== before.name && { nameBefore: before.name }),
        ...(mode !== before.mode && { modeBefore: before.mode }),
        limitBefore: formatCredits(nano(before.limit_amount)),
      },
    });
  });
  await unlessTaken(write, alreadyBudgeted);
  return findBudget(accountId, id);
}

/** Ends a budget: it limits nothing any more. Doing it again changes nothing. @throws Refusal `not_found` */
export async function archiveBudget(ctx: Context, id: string): Promise<BudgetAnswer> {
  requirePermission(ctx, "budgets:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const { name, archived_at } = await lockBudget(tx, accountId, id);
    if (archived_at !== null) return;
    await tx.budget.update({ where: { accountId_id: { accountId, id } }, data: { archivedAt: new Date() } });
    await audit(tx, ctx, {
      action: "budget.archived",
      subjectType: "budget",
      subjectId: id,
      details: { name },
    });
  });
  return findBudget(accountId, id);
}

interface LockedBudget {
  name: string;
  mode: "hard" | "warn";
  limit_amount: bigint;
  archived_at: Date | null;
}

async function lockBudget(tx: Tx, accountId: string, id: string): Promise<LockedBudget> {
  if (!isUuid(id)) throw notFound("budget");
  const [row] = await sqlOf(tx).query<LockedBudget>(
    `SELECT name, mode::text AS mode, limit_amount, archived_at FROM budgets
     WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    [accountId, id],
  );
  if (!row) throw notFound("budget");
  return row;
}
