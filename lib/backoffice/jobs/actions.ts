"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { discardJob, retryFailedJobs, retryJob } from "./retry-jobs";
import * as schema from "./schema";

export const runJobAgain = action.operator(schema.OfJob, async (operator, input) => {
  await retryJob(operator, input);
  revalidatePath("/admin", "layout");
});

export const runFailedJobsAgain = action.operator(schema.Nothing, async (operator) => {
  const count = await retryFailedJobs(operator);
  revalidatePath("/admin", "layout");
  return { count };
});

export const giveUpJob = action.operator(schema.OfJob, async (operator, input) => {
  await discardJob(operator, input);
  revalidatePath("/admin", "layout");
});
