"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { setLimits } from "../limits/set-limits";
import * as schema from "./schema";
import { setPlan } from "./set-plan";

export const savePlan = action.operator(schema.SetPlan, async (operator, input) => {
  await setPlan(operator, input);
  revalidatePath("/admin", "layout");
});

/** Below the first nothing new is deployed, past the second what runs is stopped. */
export const saveLimits = action.operator(schema.SetLimits, async (operator, input) => {
  await setLimits(operator, input);
  revalidatePath("/", "layout");
});
