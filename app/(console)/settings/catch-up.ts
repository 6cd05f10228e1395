import { syncPaymentMethods } from "@/lib/purchases/payment-methods/sync";
import { resolveRecharge } from "@/lib/purchases/recharge/resolve";
import { asking } from "@/lib/purchases/stripe";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";

/**
 * Somebody comes back from Stripe's page before its webhook does: what they did there is read now. When Stripe cannot be
 * reached the page shows what is known, and the webhook brings the rest.
 */
export async function catchUp(ctx: Context, attemptId?: string): Promise<void> {
  if (!ctx.permissions.has("billing:write")) return;
  const { accountId } = ctx;
  const asked = attemptId ? resolveRecharge(accountId, attemptId) : syncPaymentMethods(accountId);
  await asking(asked).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
