"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { approveReRate } from "./approve";
import { endReRate } from "./end";
import { proposeReRate } from "./propose";
import * as schema from "./schema";

/** Has past calls priced by another version, for everybody to look at. */
export const suggestReRate = action.operator(schema.NewReRate, async (operator, input) => {
  const id = await proposeReRate(operator, input);
  revalidatePath("/admin", "layout");
  return { id };
});

/** Has the worker post what a colleague has proposed, as it was previewed. */
export const acceptReRate = action.operator(schema.ApproveReRate, async (operator, input) => {
  await approveReRate(operator, input);
  revalidatePath("/admin", "layout");
});

/** Declines it, or takes one's own back. */
export const dropReRate = action.operator(schema.EndReRate, async (operator, input) => {
  const status = await endReRate(operator, input);
  revalidatePath("/admin", "layout");
  return { status };
});
