"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { OfEndpoint } from "@/lib/webhooks/schema";
import { replayAnyDelivery } from "./deliveries";

/** Sends a customer's message again. */
export const replayWebhook = action.operator(OfEndpoint, async (operator, input) => {
  await replayAnyDelivery(operator, input);
  revalidatePath("/admin/webhooks");
});
