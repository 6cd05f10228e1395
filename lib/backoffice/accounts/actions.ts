"use server";

import { revalidatePath } from "next/cache";
import { contextOfOperator } from "@/lib/accounts/operator";
import { readAccount } from "@/lib/accounts/read-account";
import { setCreditPolicy } from "@/lib/deployments/credit-policy";
import { action } from "@/lib/web/action";
import * as schema from "./schema";
import { setPlan } from "./set-plan";

export const savePlan = action.operator(schema.SetPlan, async (operator, input) => {
  await setPlan(operator, input);
  revalidatePath("/admin", "layout");
});

/** Below the first nothing new is deployed, past the second what runs is stopped. */
export const saveLimits = action.operator(schema.SetLimits, async (operator, { accountId, ...policy }) => {
  const ctx = contextOfOperator(operator, accountId);
  await readAccount(ctx);
  await setCreditPolicy(ctx, policy);
  revalidatePath("/", "layout");
});
