import { archiveBudget, changeBudget } from "@/lib/budgets/change-budget";
import { readBudget } from "@/lib/budgets/list-budgets";
import { BudgetChange, BudgetParams } from "@/lib/budgets/schema";
import { endpoint } from "@/lib/web/endpoint";

/** One budget as it stands. */
export const GET = endpoint({
  scope: "usage:read",
  params: BudgetParams,
  run: async (ctx, { params }) => ({ body: await readBudget(ctx, params.id) }),
});

/** Changes its name, limit or mode. */
export const PATCH = endpoint({
  scope: "budgets:write",
  params: BudgetParams,
  body: BudgetChange,
  run: async (ctx, { params, body }) => ({ body: await changeBudget(ctx, params.id, body) }),
});

/** Archives it: it limits nothing any more. */
export const DELETE = endpoint({
  scope: "budgets:write",
  params: BudgetParams,
  run: async (ctx, { params }) => ({ body: await archiveBudget(ctx, params.id) }),
});
