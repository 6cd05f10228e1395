"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { resendEmail } from "./resend-email";
import * as schema from "./schema";

/** Sends a mail once more. */
export const sendAgain = action.operator(schema.OfEmail, async (operator, input) => {
  await resendEmail(operator, input);
  revalidatePath("/admin", "layout");
});
