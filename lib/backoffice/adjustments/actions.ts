"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { approveAdjustment } from "./approve";
import { endAdjustment } from "./end";
import { previewAmount } from "./preview";
import { proposeCorrection, proposeGrant } from "./propose";
import * as schema from "./schema";

/** What a correction or grant would do to the balance. */
export const previewAdjustment = action.operator(schema.PreviewOfAmount, previewAmount);

export const suggestCorrection = action.operator(schema.NewCorrection, async (operator, input) => {
  const id = await proposeCorrection(operator, input);
  revalidatePath("/admin", "layout");
  return { id };
});

export const suggestGrant = action.operator(schema.NewGrant, async (operator, input) => {
  const id = await proposeGrant(operator, input);
  revalidatePath("/admin", "layout");
  return { id };
});

/** Posts what a colleague has proposed. */
export const acceptAdjustment = action.operator(schema.ApproveAdjustment, async (operator, input) => {
  const transaction = await approveAdjustment(operator, input);
  revalidatePath("/", "layout");
  return { transaction };
});

/** Declines it, or takes one's own back. */
export const dropAdjustment = action.operator(schema.EndAdjustment, async (operator, input) => {
  const status = await endAdjustment(operator, input);
  revalidatePath("/admin", "layout");
  return { status };
});
