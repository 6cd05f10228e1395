import type Stripe from "stripe";
import { audit } from "@/lib/accounts/audit";
import type { Purchase } from "@/lib/db/generated/client";
import { inAccount } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { linkTo } from "@/lib/mail/link-to";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { nano, parseCredits } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { withCustomer } from "./ensure-customer";
import { CURRENCY, quote } from "./quote";
import { writtenCredits, writtenPrice, writtenUsd } from "./rules/written";
import type { Buy } from "./schema";
import { asking, stripe } from "./stripe";

/**
 * Begins a purchase and says where it is paid. Its price and credit are fixed now. The same form sent again is the same purchase, with
 * the same page at Stripe, however many clicks meet.
 * @throws Refusal `invalid_request` naming `credits`, `idempotency_mismatch`, `conflict` for a form whose purchase is over
 */
export async function startCheckout(ctx: Context, buy: Buy): Promise<{ purchaseId: string; url: string }> {
  requirePermission(ctx, "billing:write");
  stripe();
  const purchase = await wish(ctx, buy);
  if (purchase.checkoutUrl) return { purchaseId: purchase.id, url: purchase.checkoutUrl };
  const { accountId } = ctx;
  const { id, url } = await asking(
    withCustomer(accountId, (customer) =>
      stripe().checkout.sessions.create(sessionOf(purchase, customer, buy.returnTo), {
        idempotencyKey: `checkout:${purchase.id}:${customer}`,
      }),
    ),
  );
  if (!url) throw new Error(`Stripe gave the session ${id} no page`);
  await inAccount(accountId, (tx) =>
    tx.purchase.update({
      where: { accountId_id: { accountId, id: purchase.id } },
      data: { checkoutSessionId: id, checkoutUrl: url },
    }),
  );
  return { purchaseId: purchase.id, url };
}

async function wish(ctx: Context, buy: Buy): Promise<Purchase> {
  const { accountId } = ctx;
  const { credits, saveCard, requestKey } = buy;
  const known = await findByKey(accountId, requestKey);
  const purchase = known ?? (await write(ctx, buy));
  if (purchase.credits !== parseCredits(credits) || purchase.saveCard !== saveCard)
    throw new Refusal(
      "idempotency_mismatch",
      "This form was already used for another purchase. Reload the page.",
    );
  if (purchase.status !== "open")
    throw new Refusal("conflict", "This purchase is over. Reload the page to make another one.");
  return purchase;
}

/** Of clicks that meet, one writes the purchase; all of them get it. */
async function write(ctx: Context, { credits, saveCard, requestKey }: Buy): Promise<Purchase> {
  const { accountId, actor } = ctx;
  const price = await quote(accountId, parseCredits(credits));
  const id = newId();
  await inAccount(accountId, async (tx) => {
    const { count } = await tx.purchase.createMany({
      data: [
        {
          accountId,
          id,
          requestKey,
          credits: price.credits,
          amountCents: price.amountCents,
          unitPricePicoUsd: price.unitPrice,
          currency: CURRENCY,
          saveCard,
          boughtBy: actor.kind === "member" ? actor.userId : null,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const details = { credits, price: writtenUsd(price.amountCents), save_card: saveCard };
    await audit(tx, ctx, { action: "purchase.begun", subjectType: "purchase", subjectId: id, details });
  });
  const purchase = await findByKey(accountId, requestKey);
  if (!purchase) throw new Error("a purchase was written and is not there");
  return purchase;
}

function findByKey(accountId: string, requestKey: string): Promise<Purchase | null> {
  return inAccount(accountId, (tx) =>
    tx.purchase.findUnique({ where: { accountId_requestKey: { accountId, requestKey } } }),
  );
}

function sessionOf(
  purchase: Purchase,
  customer: string,
  returnTo: string | undefined,
): Stripe.Checkout.SessionCreateParams {
  const { accountId, id, amountCents, currency, saveCard } = purchase;
  const metadata = { account_id: accountId, purchase_id: id };
  const isTaxed = env().ECU_TAX ?? false;
  return {
    mode: "payment",
    customer,
    client_reference_id: id,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency,
          unit_amount: Number(amountCents),
          product_data: nameOf(purchase),
          ...(isTaxed && { tax_behavior: "exclusive" }),
        },
      },
    ],
    metadata,
    // The session's metadata is not copied to what it makes.
    payment_intent_data: {
      metadata,
      description: nameOf(purchase).name,
      ...(saveCard && { setup_future_usage: "off_session" }),
    },
    // A card that was kept for recharges is offered again; Stripe's page would hide it otherwise.
    saved_payment_method_options: { allow_redisplay_filters: ["always", "limited"] },
    invoice_creation: { enabled: true, invoice_data: { metadata, description: nameOf(purchase).name } },
    ...(isTaxed && {
      automatic_tax: { enabled: true },
      customer_update: { address: "auto", name: "auto" },
    }),
    success_url: successUrl(accountId, returnTo),
    cancel_url: linkTo(`/billing/buy?account=${accountId}&canceled=${id}`),
  };
}

function nameOf({ credits, unitPricePicoUsd }: Purchase): { name: string; description: string } {
  return {
    name: `${writtenCredits(nano(credits))} ECU`,
    description: `Prepaid credit at $${writtenPrice(formatUsd(picoUsd(unitPricePicoUsd)))} an ECU`,
  };
}

// Stripe fills in the session's id, and must find the braces as they are.
function successUrl(accountId: string, returnTo: string | undefined): string {
  const next = returnTo ? `&next=${encodeURIComponent(returnTo)}` : "";
  return `${linkTo(`/billing/buy/return?account=${accountId}${next}`)}&session_id={CHECKOUT_SESSION_ID}`;
}
