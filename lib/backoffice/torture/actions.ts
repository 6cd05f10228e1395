"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { StartTorture } from "./schema";
import { startTorture } from "./start-torture";

/** Has stored events of Stripe replayed now. */
export const tortureNow = action.operator(StartTorture, async (operator, input) => {
  const id = await startTorture(operator, input);
  revalidatePath("/admin/torture");
  return { id };
});
