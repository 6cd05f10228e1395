import { inAccount } from "@/lib/db/transaction";
import { linkTo } from "@/lib/mail/link-to";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { notFound, Refusal } from "@/lib/values/refusal";
import { withCustomer } from "../ensure-customer";
import { asking, stripe } from "../stripe";
import { intentsOf, sessionsOf } from "./charge";
import { resolveRecharge } from "./resolve";

/**
 * A page where the person confirms, with their bank, what could not be charged without them. The charge that waited is
 * called off first, so that only one of the two can ever be paid; what is paid ends the same attempt.
 * @throws Refusal `not_found`, `conflict` for an attempt that waits for nobody
 */
export async function finishRecharge(ctx: Context, attemptId: string): Promise<{ url: string }> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  const attempt = await inAccount(accountId, (tx) =>
    tx.rechargeAttempt.findUnique({ where: { accountId_id: { accountId, id: attemptId } } }),
  );
  if (!attempt) throw notFound("auto-recharge");
  const intents = await asking(intentsOf(attempt));
  if (intents.some(({ status }) => status === "succeeded"))
    await asking(resolveRecharge(accountId, attemptId));
  if (attempt.status !== "requires_action" || intents.some(({ status }) => status === "succeeded"))
    throw new Refusal("conflict", "This auto-recharge waits for nobody any more. Reload the page.");
  const waiting = intents.filter(({ metadata }) => metadata.finish !== "1");
  for (const { id, status } of waiting)
    if (["requires_action", "requires_payment_method", "requires_confirmation"].includes(status))
      await asking(stripe().paymentIntents.cancel(id));
  const before = await asking(sessionsOf(attempt));
  const open = before.find(({ status }) => status === "open");
  if (open?.url) return { url: open.url };
  const metadata = { account_id: accountId, attempt_id: attemptId, finish: "1" };
  const name = `Auto-recharge of ${formatCredits(nano(attempt.credits))} ECU`;
  const { url } = await asking(
    withCustomer(accountId, (customer) =>
      stripe().checkout.sessions.create(
        {
          mode: "payment",
          customer,
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: attempt.currency,
                unit_amount: Number(attempt.amountCents),
                product_data: { name },
              },
            },
          ],
          metadata,
          payment_intent_data: { metadata, description: name, setup_future_usage: "off_session" },
          success_url: linkTo(`/settings/auto-recharge?account=${accountId}&finished=${attemptId}`),
          cancel_url: linkTo(`/settings/auto-recharge?account=${accountId}`),
        },
        // Two tabs get one page.
        { idempotencyKey: `recharge-finish:${attemptId}:${before.length}` },
      ),
    ),
  );
  if (!url) throw new Error("Stripe gave the session no page");
  return { url };
}
