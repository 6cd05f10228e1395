import { audit } from "@/lib/accounts/audit";
import { inAccount } from "@/lib/db/transaction";
import { linkTo } from "@/lib/mail/link-to";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import { ensureCustomer, withCustomer } from "../ensure-customer";
import { CURRENCY } from "../quote";
import { asking, stripe } from "../stripe";
import { syncPaymentMethods } from "./sync";

/** Makes a saved card the one that Stripe charges first. @throws Refusal `not_found` */
export async function setDefaultPaymentMethod(ctx: Context, id: string): Promise<void> {
  const { last4 } = await ownCard(ctx, id);
  const { accountId } = ctx;
  const customer = await ensureCustomer(accountId);
  await asking(stripe().customers.update(customer, { invoice_settings: { default_payment_method: id } }));
  await asking(syncPaymentMethods(accountId));
  await note(ctx, "payment_method.default", last4);
}

/** Removes a saved card; auto-recharge with it is switched off. @throws Refusal `not_found` */
export async function removePaymentMethod(ctx: Context, id: string): Promise<void> {
  const { last4 } = await ownCard(ctx, id);
  await asking(stripe().paymentMethods.detach(id));
  await asking(syncPaymentMethods(ctx.accountId));
  await note(ctx, "payment_method.removed", last4);
}

/** Stripe's page where the person manages cards and invoices, and comes back from. */
export async function startPortal(ctx: Context, returnTo: string): Promise<{ url: string }> {
  requirePermission(ctx, "billing:write");
  const { url } = await asking(
    withCustomer(ctx.accountId, (customer) =>
      stripe().billingPortal.sessions.create({ customer, return_url: backTo(ctx, returnTo) }),
    ),
  );
  return { url };
}

/** Stripe's page where a card is saved without buying anything. */
export async function startCardSetup(ctx: Context, returnTo: string): Promise<{ url: string }> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  const { url } = await asking(
    withCustomer(accountId, (customer) =>
      stripe().checkout.sessions.create({
        mode: "setup",
        customer,
        currency: CURRENCY,
        metadata: { account_id: accountId },
        success_url: backTo(ctx, returnTo, "saved=1"),
        cancel_url: backTo(ctx, returnTo),
      }),
    ),
  );
  if (!url) throw new Error("Stripe gave the session no page");
  return { url };
}

async function ownCard(ctx: Context, id: string): Promise<{ last4: string }> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  const card = await inAccount(accountId, (tx) =>
    tx.paymentMethod.findFirst({ where: { accountId, id, detachedAt: null }, select: { last4: true } }),
  );
  if (!card) throw notFound("payment method");
  return card;
}

function note(ctx: Context, action: string, last4: string): Promise<void> {
  return inAccount(ctx.accountId, (tx) => audit(tx, ctx, { action, details: { last4 } }));
}

function backTo({ accountId }: Context, path: string, more = ""): string {
  const joint = path.includes("?") ? "&" : "?";
  return linkTo(`${path}${joint}account=${accountId}${more && `&${more}`}`);
}
