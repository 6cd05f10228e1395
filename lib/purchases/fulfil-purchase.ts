import type Stripe from "stripe";
import type { Purchase } from "@/lib/db/generated/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { nano } from "@/lib/values/money";
import { chargeOf } from "./charge-of";
import type { Fulfilment } from "./fulfilment";
import { recordPayment } from "./record-payment";
import { creditsFor } from "./rules/price";
import { writtenCredits } from "./rules/written";
import { idOf, stripe } from "./stripe";

/** Gives the credit of a purchase that was paid at the checkout. */
export async function fulfilPurchase(
  intent: Stripe.PaymentIntent,
  accountId: string,
  purchaseId: string,
): Promise<Fulfilment> {
  const purchase = await inAccount(accountId, (tx) =>
    tx.purchase.findUnique({ where: { accountId_id: { accountId, id: purchaseId } } }),
  );
  if (!purchase) return { state: "ignored", why: "There is no such purchase in this installation." };
  if (intent.currency !== purchase.currency)
    return {
      state: "ignored",
      why: `It was paid in ${intent.currency}, and offered in ${purchase.currency}.`,
    };
  const session = await sessionOf(purchase, intent);
  const chargedCents = BigInt(intent.amount_received);
  const netCents = session ? netOf(session, chargedCents) : chargedCents;
  const credits = creditsFor(netCents, purchase.amountCents, nano(purchase.credits));
  if (credits === 0n) return { state: "ignored", why: "Nothing was paid before tax." };
  const invoice = await invoiceOf(session);
  const recorded = await inAccount(accountId, async (tx) => {
    await sqlOf(tx).query(
      "SELECT id FROM purchases WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE",
      [accountId, purchaseId],
    );
    const paid = await recordPayment(
      tx,
      {
        accountId,
        paymentId: intent.id,
        kind: "topup",
        chargedCents,
        netCents,
        currency: intent.currency,
        credits,
        ...chargeOf(intent),
        ...invoice,
        purchaseId,
      },
      {
        type: "topup",
        description: `Top-up of ${writtenCredits(credits)} ECU (Stripe session ${session?.id ?? intent.id})`,
        source: "stripe_webhook",
        idempotencyKey: `topup:${intent.id}`,
        refType: "payment_intent",
        refId: intent.id,
      },
    );
    await tx.purchase.updateMany({
      where: { accountId, id: purchaseId, status: { not: "paid" } },
      data: {
        status: "paid",
        paymentIntentId: intent.id,
        ...(session && { checkoutSessionId: session.id }),
        endedAt: new Date(),
      },
    });
    if (purchase.saveCard && !paid.replayed)
      await enqueue(tx, {
        accountId,
        task: "payment_methods.sync",
        jobKey: `payment_methods.sync:${accountId}`,
        payload: { accountId },
      });
    return paid;
  });
  return { state: "paid", ...recorded };
}

/** The session of a purchase: the process may have died before it noted which. */
async function sessionOf(
  { checkoutSessionId }: Purchase,
  intent: Stripe.PaymentIntent,
): Promise<Stripe.Checkout.Session | null> {
  const { sessions } = stripe().checkout;
  const [found] = (await sessions.list({ payment_intent: intent.id, limit: 1 })).data;
  return found ?? (checkoutSessionId ? sessions.retrieve(checkoutSessionId) : null);
}

/** What was paid before tax; an operator's coupon lowers it. */
function netOf(
  { amount_subtotal: subtotal, total_details: details }: Stripe.Checkout.Session,
  charged: bigint,
): bigint {
  if (subtotal === null) return charged;
  const net = BigInt(subtotal) - BigInt(details?.amount_discount ?? 0);
  return net < charged ? net : charged;
}

/** Stripe makes the invoice of a purchase a moment after the payment: what is not there yet comes with `invoice.paid`. */
async function invoiceOf(
  session: Stripe.Checkout.Session | null,
): Promise<{ invoiceId: string | null; invoiceUrl: string | null }> {
  const invoiceId = idOf(session?.invoice);
  if (!invoiceId) return { invoiceId: null, invoiceUrl: null };
  const invoice = await stripe().invoices.retrieve(invoiceId);
  return { invoiceId, invoiceUrl: invoice.hosted_invoice_url ?? null };
}
