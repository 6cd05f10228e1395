"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { archiveBudget, changeBudget } from "./change-budget";
import { createBudget } from "./create-budget";
import * as schema from "./schema";

export const addBudget = action("budgets:write", schema.NewBudget, async (ctx, input) => {
  const budget = await createBudget(ctx, input);
  revalidatePath("/settings/budgets");
  return budget;
});

export const saveBudget = action("budgets:write", schema.ChangeBudget, async (ctx, { id, ...change }) => {
  const budget = await changeBudget(ctx, id, change);
  revalidatePath("/settings/budgets");
  return budget;
});

export const endBudget = action("budgets:write", schema.OfBudget, async (ctx, { id }) => {
  await archiveBudget(ctx, id);
  revalidatePath("/settings/budgets");
});
