import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCheckedSandbox } from "../conformance/start-checked";
import type { StripeSandbox } from "../start";
import { control, errorOf, paying, sdkOf } from "../testing";

let sandbox: StripeSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startCheckedSandbox();
  stripe = sdkOf(sandbox);
}, 60_000);
afterAll(() => sandbox.close(), 60_000);

/** A payment with a card that was typed in. */
async function card(number: string): Promise<Stripe.PaymentIntentCreateParams> {
  const details = { number, exp_month: 12, exp_year: 2040, cvc: "123" };
  const { id } = await stripe.paymentMethods.create({ type: "card", card: details });
  return paying(2000, id);
}

/** What a person does on the page of the bank. */
const answerBank = (url: string, answer: "complete" | "fail") =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams({ answer }) });

/** A card that a customer has saved with a setup intent. */
async function saved(token: string): Promise<{ customer: string; payment_method: string }> {
  const { id: customer } = await stripe.customers.create({});
  const setup = await stripe.setupIntents.create({
    customer,
    payment_method: token,
    confirm: true,
    return_url: "https://ecu.example/back",
  });
  const url = setup.next_action?.redirect_to_url?.url;
  if (url) await answerBank(url, "complete");
  const done = await stripe.setupIntents.retrieve(setup.id);
  return { customer, payment_method: done.payment_method as string };
}

describe("a card", () => {
  it("is charged: intent, charge and balance agree", async () => {
    const { id: customer } = await stripe.customers.create({});
    const params = {
      ...(await card("4242424242424242")),
      customer,
      setup_future_usage: "off_session" as const,
    };
    const intent = await stripe.paymentIntents.create({
      ...params,
      expand: ["latest_charge.balance_transaction"],
    });
    expect(intent).toMatchObject({
      status: "succeeded",
      amount_received: 2000,
      latest_charge: { paid: true, amount: 2000, balance_transaction: { amount: 2000, type: "charge" } },
    });
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data).toMatchObject([{ card: { brand: "visa", last4: "4242" }, customer }]);
  });

  it.each([
    ["4000000000000002", "card_declined", "generic_decline"],
    ["4000000000009995", "card_declined", "insufficient_funds"],
    ["4000000000009987", "card_declined", "lost_card"],
    ["4000000000009979", "card_declined", "stolen_card"],
    ["4000000000006975", "card_declined", "card_velocity_exceeded"],
    ["4100000000000019", "card_declined", "fraudulent"],
    ["4000000000000069", "expired_card", ""],
    ["4000000000000127", "incorrect_cvc", ""],
    ["4000000000000119", "processing_error", ""],
  ])("%s is declined with %s %s, and another one pays the same intent", async (number, code, declineCode) => {
    const error = await errorOf(stripe.paymentIntents.create(await card(number)));
    expect(error).toMatchObject({ type: "StripeCardError", statusCode: 402, code });
    expect(error.decline_code).toBe(declineCode);
    expect(error.payment_intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code },
    });
    const id = error.payment_intent?.id ?? "";
    const retried = await stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" });
    expect(retried).toMatchObject({ status: "succeeded", last_payment_error: null });
    expect((await stripe.charges.list({ payment_intent: id })).data.map(({ status }) => status)).toEqual([
      "succeeded",
      "failed",
    ]);
  });

  it("with a wrong number makes no payment", async () => {
    const error = await errorOf(card("4242424242424241"));
    expect(error).toMatchObject({ type: "StripeCardError", code: "incorrect_number" });
  });

  it("that is declined cannot be saved, but for the one that is declined only later", async () => {
    const { id: customer } = await stripe.customers.create({});
    const refused = stripe.paymentMethods.attach("pm_card_chargeDeclined", { customer });
    expect(await errorOf(refused)).toMatchObject({ type: "StripeCardError", code: "card_declined" });
    const { id } = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
    const charged = stripe.paymentIntents.create(paying(1000, id, { customer, off_session: true }));
    expect(await errorOf(charged)).toMatchObject({ code: "card_declined" });
  });

  it("that was detached cannot be used again", async () => {
    const { customer, payment_method: id } = await saved("pm_card_visa");
    await stripe.paymentMethods.detach(id);
    expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
    expect(await errorOf(stripe.paymentMethods.attach(id, { customer }))).toMatchObject({ statusCode: 400 });
    expect(await errorOf(stripe.paymentIntents.create(paying(1000, id, { customer })))).toMatchObject({
      statusCode: 400,
    });
  });

  it("of one customer does not pay for another", async () => {
    const { payment_method: id } = await saved("pm_card_visa");
    const { id: customer } = await stripe.customers.create({});
    expect(await errorOf(stripe.paymentIntents.create(paying(1000, id, { customer })))).toMatchObject({
      param: "payment_method",
    });
  });
});

describe("3-D Secure", () => {
  const offSession = (how: { customer: string; payment_method: string }) =>
    stripe.paymentIntents.create(
      paying(3000, how.payment_method, { customer: how.customer, off_session: true }),
    );

  it.each([
    "pm_card_authenticationRequired",
    "pm_card_threeDSecure2Required",
    "pm_card_authenticationRequiredOnSetup",
  ])("%s asks the person, and pays or waits by what the person does", async (token) => {
    const params = paying(3000, token, {
      automatic_payment_methods: { enabled: true },
      return_url: "https://a.example/",
    });
    for (const [answer, status] of [
      ["complete", "succeeded"],
      ["fail", "requires_payment_method"],
    ] as const) {
      const asked = await stripe.paymentIntents.create(params);
      expect(asked).toMatchObject({ status: "requires_action", next_action: { type: "redirect_to_url" } });
      const url = asked.next_action?.redirect_to_url?.url ?? "";
      await answerBank(url, answer);
      expect(await stripe.paymentIntents.retrieve(asked.id)).toMatchObject({ status });
    }
  });

  it("is not asked for without the person once the card was set up", async () => {
    expect(await offSession(await saved("pm_card_authenticationRequiredOnSetup"))).toMatchObject({
      status: "succeeded",
    });
    expect(await offSession(await saved("pm_card_authenticationRequiredSetupForOffSession"))).toMatchObject({
      status: "succeeded",
    });
  });

  it("declines a payment without the person where the card always asks", async () => {
    const how = await saved("pm_card_authenticationRequired");
    const error = await errorOf(offSession(how));
    expect(error).toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      code: "authentication_required",
      payment_method: { id: how.payment_method },
      payment_intent: { status: "requires_payment_method" },
    });
  });

  it("is required by whoever sends the person elsewhere: a page to come back to", async () => {
    const params = paying(3000, "pm_card_visa", { automatic_payment_methods: undefined });
    expect(await errorOf(stripe.paymentIntents.create(params))).toMatchObject({ statusCode: 400 });
  });
});

describe("a bank debit", () => {
  const debit = (token: string) => stripe.paymentIntents.create(paying(5000, token));

  it("is on its way, and arrives when the bank says so", async () => {
    const intent = await debit("pm_usBankAccount_success");
    expect(intent).toMatchObject({ status: "processing", amount_received: 0 });
    await control(sandbox, `/payments/${intent.id}/settle`, {});
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: "succeeded",
      amount_received: 5000,
    });
  });

  it("arrives or fails by itself after a while", async () => {
    const good = await debit("pm_usBankAccount_success");
    const bad = await debit("pm_usBankAccount_insufficientFunds");
    await control(sandbox, "/clock", { advanceSeconds: 60 });
    expect(await stripe.paymentIntents.retrieve(good.id)).toMatchObject({ status: "succeeded" });
    expect(await stripe.paymentIntents.retrieve(bad.id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "insufficient_funds" },
    });
  });
});
