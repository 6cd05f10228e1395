import { createBudget } from "@/lib/budgets/create-budget";
import { listBudgets } from "@/lib/budgets/list-budgets";
import { NewBudget } from "@/lib/budgets/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The live budgets as they stand. */
export const GET = endpoint({
  scope: "usage:read",
  run: async (ctx) => ({ body: await listBudgets(ctx) }),
});

/** Limits spending. */
export const POST = endpoint({
  scope: "budgets:write",
  body: NewBudget,
  run: async (ctx, { body }) => ({ status: 201, body: await createBudget(ctx, body) }),
});
