import type { StripeEvent } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/client";
import { applyCardEvent } from "./apply-card-event";
import { applyDispute } from "./apply-dispute";
import { applyInvoice } from "./apply-invoice";
import { applyPaymentIntent } from "./apply-payment-intent";
import { applyRefund, applyRefundsOfCharge } from "./apply-refund";
import { type Applied, ignored } from "./applied";
import { settleCheckout } from "./settle-checkout";
import { isMissing } from "./stripe";

const PREFIXES: readonly (readonly [prefix: string, apply: (event: StripeEvent) => Promise<Applied>])[] = [
  ["checkout.session.", ({ objectId }) => applyCheckout(objectId)],
  ["payment_intent.", ({ objectId }) => applyPaymentIntent(objectId)],
  ["charge.dispute.", ({ objectId }) => applyDispute(objectId)],
  ["charge.refund.", ({ objectId }) => applyRefund(objectId)],
  ["charge.refunded", ({ objectId }) => applyRefundsOfCharge(objectId)],
  ["refund.", ({ objectId }) => applyRefund(objectId)],
  ["invoice.", ({ objectId }) => applyInvoice(objectId)],
  ["payment_method.", ({ payload }) => applyCardEvent(payload)],
  ["setup_intent.succeeded", ({ payload }) => applyCardEvent(payload)],
  ["customer.updated", ({ payload }) => applyCardEvent(payload)],
];

/**
 * Does what an event is about: reads the object from Stripe as it is now, and brings the books there. Any event, any number of times, in any
 * order, ends in the same books. What failed is noted, and thrown so that the queue tries again.
 */
export async function applyStripeEvent(eventId: string): Promise<void> {
  const event = await prisma().stripeEvent.findUnique({ where: { id: eventId } });
  if (!event || event.status === "applied" || event.status === "ignored") return;
  try {
    const { status, accountId, outcome } = await apply(event).catch(goneIsIgnored);
    await note(eventId, { status, accountId, outcome, settledAt: new Date() });
  } catch (error) {
    await note(eventId, {
      status: "failed",
      outcome: String(error instanceof Error ? error.message : error),
    });
    throw error;
  }
}

function apply(event: StripeEvent): Promise<Applied> {
  const found = PREFIXES.find(([prefix]) => event.type.startsWith(prefix));
  // The preview of an invoice has no id.
  if (!found || event.objectId === "") return Promise.resolve(ignored("Nothing here depends on this event."));
  return found[1](event);
}

/** What Stripe no longer knows, or knows under other keys, cannot be applied by trying again. */
function goneIsIgnored(error: unknown): Applied {
  if (isMissing(error)) return ignored("Stripe does not know the object.");
  throw error;
}

async function applyCheckout(sessionId: string): Promise<Applied> {
  const settled = await settleCheckout(sessionId);
  if (!settled) return ignored("The session is none of this installation's.");
  return { status: "applied", accountId: settled.accountId, outcome: `The checkout is ${settled.state}.` };
}

async function note(
  id: string,
  result: Partial<Pick<StripeEvent, "status" | "accountId" | "outcome" | "settledAt">>,
): Promise<void> {
  await prisma().stripeEvent.update({
    where: { id },
    data: { ...result, outcome: (result.outcome ?? "").slice(0, 500), attempts: { increment: 1 } },
  });
}
