import { atStripe, control, deliver } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testMember, testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { ensureCustomer } from "../ensure-customer";
import { readAutoRecharge } from "../recharge/read-auto-recharge";
import { setAutoRecharge } from "../recharge/set-auto-recharge";
import { removePaymentMethod, setDefaultPaymentMethod, startCardSetup } from "./change";
import { listPaymentMethods } from "./list";
import { syncPaymentMethods } from "./sync";

beforeAll(() => ensureDefaultRateCard());

async function saved(ctx: Context, token: string): Promise<string> {
  const customer = await ensureCustomer(ctx.accountId);
  return (await atStripe.paymentMethods.attach(token, { customer })).id;
}

/** Does what the worker is asked to do about cards, and says whether it was asked. */
async function syncAsAsked({ accountId }: Context): Promise<boolean> {
  const { count } = await inAccount(accountId, (tx) =>
    tx.outbox.deleteMany({ where: { accountId, task: "payment_methods.sync" } }),
  );
  if (count > 0) await syncPaymentMethods(accountId);
  return count > 0;
}

const shown = async (ctx: Context) =>
  (await listPaymentMethods(ctx)).map(({ last4, isDefault }) => (isDefault ? `${last4} default` : last4));

it("shows a card that was saved on Stripe's page, when the news of it has come", async () => {
  const { ctx } = await testPerson();
  const { url } = await startCardSetup(ctx, "/settings/payment-methods");
  const session = new URL(url).pathname.split("/").at(-1);
  await control("POST", `/checkout/${session}/pay`, { card: "5555555555554444" });
  await deliver();
  expect(await syncAsAsked(ctx)).toBe(true);
  expect(await shown(ctx)).toEqual(["4444 default"]);
});

it("has one default, here and at Stripe, whoever chooses it, however many read at once", async () => {
  const { ctx, accountId } = await testPerson();
  const visa = await saved(ctx, "pm_card_visa");
  const amex = await saved(ctx, "pm_card_amex");
  await Promise.all(Array.from({ length: 5 }, () => syncPaymentMethods(accountId)));
  await setDefaultPaymentMethod(ctx, visa);
  expect(await shown(ctx)).toEqual(["4242 default", "0005"]);
  const customer = await ensureCustomer(accountId);
  expect(await atStripe.customers.retrieve(customer)).toMatchObject({
    invoice_settings: { default_payment_method: visa },
  });
  await deliver();
  await syncAsAsked(ctx);
  await atStripe.customers.update(customer, { invoice_settings: { default_payment_method: amex } });
  await deliver();
  expect(await syncAsAsked(ctx)).toBe(true);
  expect(await shown(ctx)).toEqual(["0005 default", "4242"]);
});

it("forgets a card that was removed at Stripe, and auto-recharge with it is off and says why", async () => {
  const { ctx, accountId } = await testPerson();
  const paymentMethodId = await saved(ctx, "pm_card_visa");
  const other = await saved(ctx, "pm_card_mastercard");
  await syncPaymentMethods(accountId);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd: null, paymentMethodId });
  await atStripe.paymentMethods.detach(other);
  await deliver();
  await syncAsAsked(ctx);
  expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: true, trouble: "" });
  await atStripe.paymentMethods.detach(paymentMethodId);
  await deliver();
  expect(await syncAsAsked(ctx)).toBe(true);
  expect(await shown(ctx)).toEqual([]);
  expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: false, trouble: "no_card" });
});

it("shows no card of a customer that was deleted at Stripe", async () => {
  const { ctx, accountId } = await testPerson();
  await saved(ctx, "pm_card_visa");
  await syncPaymentMethods(accountId);
  await atStripe.customers.del(await ensureCustomer(accountId));
  await syncPaymentMethods(accountId);
  expect(await shown(ctx)).toEqual([]);
});

it("neither removes nor prefers another account's card, nor lets a plain member do so", async () => {
  const { ctx, accountId } = await testPerson();
  const theirs = await saved(ctx, "pm_card_visa");
  await syncPaymentMethods(accountId);
  const { ctx: foreign } = await testPerson();
  const { ctx: member } = await testMember(accountId, "member");
  for (const change of [removePaymentMethod, setDefaultPaymentMethod]) {
    await expect(change(foreign, theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(change(member, theirs)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect((await atStripe.paymentMethods.retrieve(theirs)).customer).toBe(await ensureCustomer(accountId));
  expect(await shown(ctx)).toEqual(["4242 default"]);
});
