"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import * as schema from "./schema";
import { startVerification } from "./start-verification";

/** Has the books verified now. */
export const verifyNow = action.operator(schema.Start, async (operator) => {
  const id = await startVerification(operator);
  revalidatePath("/admin", "layout");
  return { id };
});
