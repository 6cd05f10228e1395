import type Stripe from "stripe";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { knownCustomer } from "../ensure-customer";
import { lockSettings } from "../lock-settings";
import { tellStopped } from "../recharge/tell-stopped";
import { idOf, isMissing, stripe } from "../stripe";

/**
 * Reads the account's cards from Stripe and keeps a copy of what pages show. Which one is the default is what Stripe's
 * customer says; without one there, the newest. A card of auto-recharge that is gone switches it off.
 */
export async function syncPaymentMethods(accountId: string): Promise<void> {
  const customerId = await knownCustomer(accountId);
  if (customerId === null) return;
  const found = await readCards(customerId);
  await inAccount(accountId, async (tx) => {
    // One at a time: events of one change come in a bunch.
    await sqlOf(tx).query("SELECT account_id FROM stripe_customers WHERE account_id = $1::uuid FOR UPDATE", [
      accountId,
    ]);
    await lockSettings(tx, accountId);
    await tx.paymentMethod.updateMany({ where: { accountId, isDefault: true }, data: { isDefault: false } });
    for (const card of found.cards) await keep(tx, accountId, card, card.id === found.defaultId);
    const ids = found.cards.map(({ id }) => id);
    await tx.paymentMethod.updateMany({
      where: { accountId, detachedAt: null, id: { notIn: ids } },
      data: { detachedAt: new Date() },
    });
    await stopWithoutCard(tx, accountId, ids);
    await tx.stripeCustomer.update({ where: { accountId }, data: { syncedAt: new Date() } });
  });
}

async function readCards(
  customerId: string,
): Promise<{ cards: Stripe.PaymentMethod[]; defaultId: string | null }> {
  try {
    const customer = await stripe().customers.retrieve(customerId);
    if (customer.deleted) return { cards: [], defaultId: null };
    const cards: Stripe.PaymentMethod[] = [];
    for await (const card of stripe().customers.listPaymentMethods(customerId, { limit: 100 }))
      cards.push(card);
    const chosen = idOf(customer.invoice_settings.default_payment_method);
    const isThere = cards.some(({ id }) => id === chosen);
    return { cards, defaultId: isThere ? chosen : (cards[0]?.id ?? null) };
  } catch (error) {
    if (isMissing(error)) return { cards: [], defaultId: null };
    throw error;
  }
}

async function keep(
  tx: Tx,
  accountId: string,
  card: Stripe.PaymentMethod,
  isDefault: boolean,
): Promise<void> {
  const data = {
    kind: card.type,
    brand: card.card?.brand ?? card.us_bank_account?.bank_name ?? "",
    last4: card.card?.last4 ?? card.us_bank_account?.last4 ?? "",
    expMonth: card.card?.exp_month ?? null,
    expYear: card.card?.exp_year ?? null,
    isDefault,
    detachedAt: null,
  };
  await tx.paymentMethod.upsert({
    where: { accountId_id: { accountId, id: card.id } },
    create: { accountId, id: card.id, createdAt: new Date(card.created * 1_000), ...data },
    update: data,
  });
}

async function stopWithoutCard(tx: Tx, accountId: string, ids: readonly string[]): Promise<void> {
  const { count } = await tx.rechargeSettings.updateMany({
    where: { accountId, isOn: true, paymentMethodId: { notIn: [...ids] } },
    data: { isOn: false, trouble: "no_card" },
  });
  if (count > 0) await tellStopped(tx, accountId, "no_card");
}
