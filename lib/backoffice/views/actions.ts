"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/web/action";
import { beginView, endView } from "./begin-view";
import * as schema from "./schema";

/** Shows the console as an account's people see it, to read. */
export const viewAccount = action.operator(schema.BeginView, async (operator, input) => {
  await beginView(operator, input);
  revalidatePath("/", "layout");
  redirect("/billing");
});

export const leaveView = action.operator(schema.EndView, async (operator) => {
  const { accountId } = await endView(operator);
  revalidatePath("/", "layout");
  redirect(accountId === null ? "/admin/accounts" : `/admin/accounts/${accountId}`);
});
