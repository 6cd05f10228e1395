"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import * as drafts from "./drafts";
import * as publishing from "./publish-draft";
import * as schema from "./schema";

/** Begins a draft of everyone's card, or of an account's own prices. */
export const beginDraft = action.operator(schema.NewDraft, async (operator, input) => {
  const id = await drafts.createDraft(operator, input);
  revalidatePath("/admin", "layout");
  return { id };
});

export const keepDraft = action.operator(schema.DraftChange, async (operator, input) => {
  const kept = await drafts.saveDraft(operator, input);
  revalidatePath("/admin", "layout");
  return kept;
});

export const dropDraft = action.operator(schema.OfDraft, async (operator, input) => {
  await drafts.discardDraft(operator, input);
  revalidatePath("/admin", "layout");
});

/** Makes a draft a version that prices calls, from now or from a time to come. */
export const putInForce = action.operator(schema.OfDraft, async (operator, input) => {
  const { version } = await publishing.publishDraft(operator, input);
  revalidatePath("/", "layout");
  return { version };
});
