import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCheckedSandbox } from "../conformance/start-checked";
import type { StripeSandbox } from "../start";
import { paying, sdkOf } from "../testing";

let sandbox: StripeSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startCheckedSandbox();
  stripe = sdkOf(sandbox);
});

afterAll(() => sandbox.close(), 60_000);

const CARD = {
  method: "card",
  number: "4242 4242 4242 4242",
  expiry: "12 / 34",
  cvc: "123",
  name: "Ada Lovelace",
  country: "US",
};

/** Sends a form as a browser does, and stays where it is led to. */
const send = (path: string, fields: Record<string, string>) =>
  fetch(new URL(path, sandbox.url), {
    method: "POST",
    redirect: "manual",
    headers: { origin: sandbox.url },
    body: new URLSearchParams(fields),
  });

const read = async (path: string) => (await fetch(new URL(path, sandbox.url))).text();

async function open(more: Stripe.Checkout.SessionCreateParams = {}): Promise<{ id: string; path: string }> {
  const { id } = await stripe.checkout.sessions.create({
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: 10_000, product_data: { name: "<b>1,000</b> ECU" } },
      },
    ],
    customer_email: "ada@example.com",
    success_url: "http://127.0.0.1:1/ok?id={CHECKOUT_SESSION_ID}",
    cancel_url: "http://127.0.0.1:1/no",
    ...more,
  });
  return { id, path: `/checkout/${id}` };
}

describe("the checkout page", () => {
  it("runs no script, escapes what others wrote, and says that no money is real", async () => {
    const { path } = await open();
    const response = await fetch(new URL(path, sandbox.url));
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'self'");
    expect(response.headers.get("content-security-policy")).toContain(
      "form-action 'self' http://127.0.0.1:1",
    );
    const page = await response.text();
    expect(page).toContain("Sandbox: no real money.");
    expect(page).toContain("&lt;b&gt;1,000&lt;/b&gt; ECU");
    expect(page).not.toContain("<script");
    const style = /href="(\/_sandbox\/style[^"]+)"/.exec(page)?.[1] ?? "";
    expect((await fetch(new URL(style, sandbox.url))).headers.get("content-type")).toContain("text/css");
  });

  it("says inline what is missing, then that the card was declined, and then leads on", async () => {
    const { id, path } = await open();
    const empty = await (await send(path, { ...CARD, number: "", expiry: "", cvc: "" })).text();
    expect(empty).toContain("Enter the card number.");
    const wrong = await (await send(path, { ...CARD, number: "4242 4242 4242 4241" })).text();
    expect(wrong).toContain('id="number-error"');
    const declined = await (await send(path, { ...CARD, number: "4000 0000 0000 0002" })).text();
    expect(declined).toMatch(/role="alert"[^>]*>\s*Your card was declined\./);
    const paid = await send(path, CARD);
    expect([paid.status, paid.headers.get("location")]).toEqual([303, `http://127.0.0.1:1/ok?id=${id}`]);
    expect(await read(path)).toContain("all done here");
    expect((await send(path, CARD)).status).toBe(200);
    expect((await stripe.charges.list({ limit: 10 })).data.filter(({ paid: taken }) => taken)).toHaveLength(
      1,
    );
  });

  it("fills a test card in without a script", async () => {
    const { path } = await open();
    const page = await (await send(path, { fill: "4000 0027 6000 3184" })).text();
    expect(page).toContain('value="4000 0027 6000 3184"');
    expect(page).toContain('value="12 / 34"');
  });

  it("asks by way of the bank, and leads back for another try where that fails", async () => {
    const { id, path } = await open();
    const asked = (await send(path, { ...CARD, number: "4000002760003184" })).headers.get("location") ?? "";
    expect(asked).toMatch(/^\/authenticate\/pi_/);
    expect(await read(asked)).toContain("$100.00");
    expect((await send(asked, { answer: "fail" })).headers.get("location")).toBe(path);
    expect(await read(path)).toContain("Your bank could not confirm that it was you.");
    const again = (await send(path, { ...CARD, number: "4000002760003184" })).headers.get("location") ?? "";
    expect((await send(again, { answer: "complete" })).headers.get("location")).toContain(`/ok?id=${id}`);
  });

  it("shows the tax before it takes the money", async () => {
    const { path, id } = await open({ automatic_tax: { enabled: true } });
    const first = await (await send(path, { ...CARD, country: "DE" })).text();
    expect(first).toContain("$119.00");
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
    expect((await send(path, { ...CARD, country: "DE" })).status).toBe(303);
    expect((await stripe.checkout.sessions.retrieve(id)).amount_total).toBe(11_900);
  });

  it("offers a card that the person agreed to keep, and pays with it", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const save = {
      customer,
      customer_email: undefined,
      saved_payment_method_options: { payment_method_save: "enabled" } as const,
    };
    await send((await open(save)).path, { ...CARD, save: "yes" });
    const next = await open({ customer, customer_email: undefined });
    expect(await read(next.path)).toContain("Visa •••• 4242");
    const [card] = (await stripe.customers.listPaymentMethods(customer)).data;
    expect((await send(next.path, { method: card?.id ?? "" })).status).toBe(303);
    const { id: stranger } = await stripe.customers.create({ email: "eve@example.com" });
    const hers = await open({ customer: stranger, customer_email: undefined });
    expect(await (await send(hers.path, { method: card?.id ?? "" })).text()).toContain("another customer");
  });

  it("takes no form of another site", async () => {
    const { path } = await open();
    const response = await fetch(new URL(path, sandbox.url), {
      method: "POST",
      headers: { origin: "http://evil.example" },
      body: new URLSearchParams(CARD),
    });
    expect(response.status).toBe(403);
  });
});

describe("other pages", () => {
  it("an invoice is shown, paid, and printed; its charge has a receipt", async () => {
    const { id: customer } = await stripe.customers.create({ email: "fin@acme.example" });
    const { id } = await stripe.invoices.create({
      customer,
      collection_method: "send_invoice",
      days_until_due: 7,
    });
    await stripe.invoiceItems.create({
      customer,
      invoice: id,
      amount: 5000,
      currency: "usd",
      description: "Credit",
    });
    expect((await fetch(`${sandbox.url}/invoice/${id}`)).status).toBe(404);
    await stripe.invoices.sendInvoice(id);
    expect(await read(`/invoice/${id}`)).toContain("Pay $50.00");
    expect(await (await send(`/invoice/${id}`, { ...CARD, number: "4000000000009995" })).text()).toContain(
      "insufficient funds",
    );
    expect((await send(`/invoice/${id}`, CARD)).headers.get("location")).toBe(`/invoice/${id}`);
    expect(await read(`/invoice/${id}`)).toContain("Paid on");
    expect(await read(`/invoice/${id}/print`)).toContain("Credit");
    const [charge] = (await stripe.charges.list({ customer, limit: 1 })).data;
    expect(await read(new URL(charge?.receipt_url ?? "").pathname)).toContain("$50.00");
  });

  it("the portal adds, prefers and removes cards of its customer only, for an hour", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      return_url: "http://127.0.0.1:1/back",
    });
    const path = new URL(url).pathname;
    await send(path, { ...CARD, add: "yes" });
    await send(path, { ...CARD, add: "yes", number: "5555555555554444", default: "yes" });
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data).toHaveLength(2);
    const [newest, oldest] = data;
    const preferred = async () => {
      const now = await stripe.customers.retrieve(customer);
      return now.deleted ? null : now.invoice_settings.default_payment_method;
    };
    expect(await preferred()).toBe(newest?.id);
    await send(path, { first: oldest?.id ?? "" });
    expect(await preferred()).toBe(oldest?.id);
    await send(path, { remove: oldest?.id ?? "" });
    expect((await stripe.customers.listPaymentMethods(customer)).data.map(({ id }) => id)).toEqual([
      newest?.id,
    ]);
    const strange = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    expect(await (await send(path, { remove: strange.id })).text()).toContain("no such card");
    expect((await fetch(`${sandbox.url}/portal/nowhere`)).status).toBe(410);
  });

  it("the dashboard lists by pages, shows objects, and acts on them", async () => {
    const { id } = await stripe.paymentIntents.create(paying(900, "pm_card_visa"));
    const charge = String((await stripe.paymentIntents.retrieve(id)).latest_charge);
    expect(await read("/")).toContain("payment_intent.succeeded");
    expect(await read("/objects/event")).toMatch(/href="\/objects\/event\?after=evt_/);
    expect(await read(`/objects/payment_intent/${id}`)).toContain(`href="/objects/charge/${charge}"`);
    expect((await send(`/objects/charge/${charge}`, { action: "refund" })).status).toBe(303);
    expect((await stripe.charges.retrieve(charge)).refunded).toBe(true);
    const [event] = (await stripe.events.list({ limit: 1 })).data;
    expect((await send(`/objects/event/${event?.id ?? ""}`, { action: "resend" })).status).toBe(303);
    expect(await read("/calls")).toContain("POST /v1/payment_intents");
    expect((await fetch(`${sandbox.url}/objects/_secret/we_1`)).status).toBe(404);
  });
});
