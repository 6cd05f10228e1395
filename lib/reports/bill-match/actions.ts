"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { importBill, removeBill } from "./import-bill";
import { NewBill, OfBill } from "./schema";

/** A provider's bill, to be held against our costs. */
export const addBill = action.operator(NewBill, async (operator, input) => {
  const id = await importBill(operator, input);
  revalidatePath("/admin/bills");
  return { id };
});

export const dropBill = action.operator(OfBill, async (operator, input) => {
  await removeBill(operator, input);
  revalidatePath("/admin/bills");
});
