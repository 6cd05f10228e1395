import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCheckedSandbox } from "../conformance/start-checked";
import type { StripeSandbox } from "../start";
import { control, errorOf, sdkOf } from "../testing";

let sandbox: StripeSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startCheckedSandbox();
  stripe = sdkOf(sandbox);
});

afterAll(() => sandbox.close(), 60_000);

interface Paid {
  status: string;
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent;
  url: string;
  error: { code: string } | null;
}

const pay = (id: string, order: object = {}) => control<Paid>(sandbox, `/checkout/${id}/pay`, order);

const types = async (): Promise<string[]> =>
  (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type);

async function open(more: Stripe.Checkout.SessionCreateParams = {}): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      { quantity: 2, price_data: { currency: "usd", unit_amount: 5000, product_data: { name: "500 ECU" } } },
    ],
    success_url: "http://127.0.0.1:1/ok?id={CHECKOUT_SESSION_ID}",
    cancel_url: "http://127.0.0.1:1/no",
    metadata: { order: "7" },
    payment_intent_data: { metadata: { order: "7" } },
    ...more,
  });
}

describe("a checkout session", () => {
  it("is paid: the intent has its own metadata, and the person goes on to the merchant", async () => {
    const { id, url } = await open();
    expect(url).toBe(`${sandbox.url}/checkout/${id}`);
    const paid = await pay(id);
    expect(paid).toMatchObject({ error: null, url: `http://127.0.0.1:1/ok?id=${id}` });
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge", "line_items"],
    });
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      amount_total: 10_000,
      payment_intent: { metadata: { order: "7" }, latest_charge: { paid: true, amount: 10_000 } },
      line_items: { data: [{ quantity: 2, amount_total: 10_000, description: "500 ECU" }] },
    });
    expect((await stripe.checkout.sessions.listLineItems(id)).data).toHaveLength(1);
    expect((await errorOf(stripe.checkout.sessions.expire(id))).statusCode).toBe(400);
  });

  it("stays open after a decline, and is then paid by the same intent", async () => {
    const { id } = await open();
    const declined = await pay(id, { card: "4000000000000002" });
    expect(declined).toMatchObject({ error: { code: "card_declined" }, session: { status: "open" } });
    const paid = await pay(id);
    expect(paid.session).toMatchObject({ status: "complete", payment_intent: declined.intent.id });
  });

  it("waits for the bank's check: completed, failed, or left alone until the session expires", async () => {
    const [one, two, three] = [await open(), await open(), await open()];
    const card = "4000002760003184";
    expect((await pay(one.id, { card })).session.payment_status).toBe("paid");
    expect(await pay(two.id, { card, complete3ds: false })).toMatchObject({
      session: { status: "open", payment_status: "unpaid" },
      error: { code: "payment_intent_authentication_failure" },
    });
    const left = await pay(three.id, { card, complete3ds: "abandon" });
    expect(left).toMatchObject({ status: "requires_action", url: `/authenticate/${left.intent.id}` });
    await stripe.checkout.sessions.expire(three.id);
    expect(await stripe.paymentIntents.retrieve(left.intent.id)).toMatchObject({ status: "canceled" });
    expect((await fetch(`${sandbox.url}/checkout/${three.id}`)).status).toBe(410);
  });

  it("is unpaid when a bank debit is on its way, and told later", async () => {
    const [good, bad] = [await open(), await open()];
    for (const { id } of [good, bad])
      expect((await pay(id, { account: "000123456789" })).session).toMatchObject({
        status: "complete",
        payment_status: "unpaid",
      });
    const intentOf = async (id: string) =>
      String((await stripe.checkout.sessions.retrieve(id)).payment_intent);
    await control(sandbox, `/payments/${await intentOf(good.id)}/settle`, {});
    await control(sandbox, `/payments/${await intentOf(bad.id)}/fail`, {});
    expect((await stripe.checkout.sessions.retrieve(good.id)).payment_status).toBe("paid");
    expect((await stripe.checkout.sessions.retrieve(bad.id)).payment_status).toBe("unpaid");
    expect(await types()).toEqual(
      expect.arrayContaining([
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
      ]),
    );
  });

  it("keeps the card when that is asked for, for later payments without the person", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const kept = await open({ customer, payment_intent_data: { setup_future_usage: "off_session" } });
    await pay(kept.id, { card: "4000002500003155" });
    await pay((await open({ customer })).id);
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data.map(({ card }) => card?.last4)).toEqual(["3155"]);
    const later = await stripe.paymentIntents.create({
      amount: 2000,
      currency: "usd",
      customer,
      payment_method: data[0]?.id,
      off_session: true,
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    expect(later.status).toBe("succeeded");
    const again = await open({ customer });
    expect((await pay(again.id, { payment_method: data[0]?.id })).session.payment_status).toBe("paid");
  });

  it("saves a card without a payment in setup mode", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const { id } = await stripe.checkout.sessions.create({
      mode: "setup",
      currency: "usd",
      customer,
      success_url: "http://127.0.0.1:1/ok",
      setup_intent_data: { metadata: { a: "b" } },
    });
    expect((await pay(id)).session).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
    });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  });

  it("has tax added by the country, and what is before tax stays as it was", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const { id } = await open({
      customer,
      automatic_tax: { enabled: true },
      customer_update: { address: "auto" },
      invoice_creation: { enabled: true, invoice_data: { description: "Credit" } },
    });
    const { session } = await pay(id, { country: "DE" });
    expect(session).toMatchObject({
      amount_subtotal: 10_000,
      amount_total: 11_900,
      total_details: { amount_tax: 1900 },
      automatic_tax: { status: "complete" },
    });
    const invoice = await stripe.invoices.retrieve(String(session.invoice), { expand: ["payments"] });
    expect(invoice).toMatchObject({
      status: "paid",
      amount_paid: 11_900,
      total: 11_900,
      subtotal: 10_000,
      description: "Credit",
      payments: {
        data: [{ status: "paid", amount_paid: 11_900, payment: { payment_intent: session.payment_intent } }],
      },
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ address: { country: "DE" } });
  });

  it("expires by itself after a day of the sandbox's clock, and takes no money then", async () => {
    const { id } = await open();
    const { id: short } = await open({ expires_at: Math.floor(Date.now() / 1000) + 3600 });
    await control(sandbox, "/clock", { advanceSeconds: 3700 });
    expect((await stripe.checkout.sessions.retrieve(short)).status).toBe("expired");
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
    await control(sandbox, "/clock", { advanceSeconds: 83_000 });
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "expired", url: null });
    expect(await types()).toContain("checkout.session.expired");
    await expect(pay(id)).rejects.toThrow("no longer open");
  });

  it.each<[string, Stripe.Checkout.SessionCreateParams, string]>([
    ["items without a price", { line_items: [{ quantity: 1 }] }, "line_items[0]"],
    ["a subscription", { mode: "subscription" }, "mode"],
    [
      "too little money",
      {
        line_items: [
          { quantity: 1, price_data: { currency: "usd", unit_amount: 49, product_data: { name: "x" } } },
        ],
      },
      "line_items",
    ],
    ["no success_url", { success_url: undefined }, "success_url"],
    ["two customers", { customer: "cus_1", customer_email: "a@example.com" }, "customer"],
  ])("refuses %s", async (_, params, param) => {
    const error = await errorOf(open(params));
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", param });
  });
});
