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

const typesAbout = async (id: string): Promise<string[]> =>
  (await stripe.events.list({ limit: 100 })).data
    .filter(({ data }) => "id" in data.object && data.object.id === id)
    .map(({ type }) => type)
    .reverse();

async function draft(more: Stripe.InvoiceCreateParams = {}): Promise<Stripe.Invoice> {
  const { id: customer } = await stripe.customers.create({ email: "fin@acme.example", name: "Acme" });
  const invoice = await stripe.invoices.create({
    customer,
    collection_method: "send_invoice",
    days_until_due: 30,
    metadata: { contract: "c1" },
    ...more,
  });
  await stripe.invoiceItems.create({
    customer,
    invoice: invoice.id,
    amount: 250_000,
    currency: "usd",
    description: "Credit",
  });
  return invoice;
}

describe("an invoice", () => {
  it("is sent with a number and a page, and paid by the customer's card", async () => {
    const { id } = await draft();
    const sent = await stripe.invoices.sendInvoice(id, { expand: ["payments", "confirmation_secret"] });
    expect(sent).toMatchObject({
      status: "open",
      number: expect.stringMatching(/^[A-Z0-9]{8}-0001$/),
      hosted_invoice_url: `${sandbox.url}/invoice/${id}`,
      amount_due: 250_000,
      amount_remaining: 250_000,
      payments: { data: [{ status: "open", amount_requested: 250_000 }] },
    });
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: String(sent.customer) });
    const paid = await stripe.invoices.pay(id, { payment_method: card.id });
    expect(paid).toMatchObject({
      status: "paid",
      amount_paid: 250_000,
      amount_remaining: 0,
      metadata: { contract: "c1" },
    });
    expect(await typesAbout(id)).toEqual([
      "invoice.created",
      "invoice.finalized",
      "invoice.sent",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
    expect((await errorOf(stripe.invoices.pay(id))).code).toBe("invoice_already_paid");
  });

  it("stays open when the card is declined, and says so in an event", async () => {
    const { id, customer } = await draft();
    await stripe.invoices.finalizeInvoice(id);
    const bad = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: String(customer),
    });
    const error = await errorOf(stripe.invoices.pay(id, { payment_method: bad.id }));
    expect(error).toMatchObject({ type: "StripeCardError", code: "card_declined" });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "open",
      attempt_count: 1,
      amount_paid: 0,
    });
    expect(await typesAbout(id)).toContain("invoice.payment_failed");
  });

  it("can be void, and is paid by nobody after that", async () => {
    const { id } = await draft();
    const { payments } = await stripe.invoices.finalizeInvoice(id, {
      expand: ["payments.data.payment.payment_intent"],
    });
    expect(await stripe.invoices.voidInvoice(id)).toMatchObject({ status: "void" });
    const intent = payments?.data[0]?.payment.payment_intent;
    expect(typeof intent === "object" && (await stripe.paymentIntents.retrieve(intent.id)).status).toBe(
      "canceled",
    );
    expect((await errorOf(stripe.invoices.pay(id))).statusCode).toBe(400);
    expect((await errorOf(stripe.invoices.voidInvoice(id))).statusCode).toBe(400);
  });

  it("is paid outside of Stripe without any payment", async () => {
    const { id } = await draft();
    await stripe.invoices.finalizeInvoice(id);
    expect(await stripe.invoices.pay(id, { paid_out_of_band: true })).toMatchObject({
      status: "paid",
      amount_paid: 0,
      amount_paid_off_stripe: 250_000,
      amount_remaining: 0,
    });
  });

  it("takes what waits for the customer's next invoice, and changes only while it is a draft", async () => {
    const { id: customer } = await stripe.customers.create({ address: { country: "DE" } });
    const { id: product } = await stripe.products.create({ name: "Seat" });
    const { id: price } = await stripe.prices.create({ product, currency: "usd", unit_amount: 1000 });
    await stripe.invoiceItems.create({ customer, pricing: { price }, quantity: 3 });
    const invoice = await stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: "include",
      automatic_tax: { enabled: true },
    });
    expect(invoice).toMatchObject({ subtotal: 3000, total: 3570, total_taxes: [{ amount: 570 }] });
    expect(invoice.lines.data).toMatchObject([{ amount: 3000, quantity: 3, description: "Seat" }]);
    await stripe.invoices.update(invoice.id, { description: "Seats", automatic_tax: { enabled: false } });
    const open = await stripe.invoices.finalizeInvoice(invoice.id);
    expect(open).toMatchObject({ status: "open", total: 3000, description: "Seats" });
    const error = await errorOf(stripe.invoices.update(invoice.id, { description: "Other" }));
    expect(error.code).toBe("invoice_not_editable");
    expect((await stripe.invoices.list({ customer, status: "open" })).data).toHaveLength(1);
  });

  it("is charged by itself an hour later where it advances, and overdue after its day", async () => {
    const { id: customer } = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const [card] = (await stripe.customers.listPaymentMethods(customer)).data;
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card?.id } });
    await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd" });
    const automatic = await stripe.invoices.create({
      customer,
      auto_advance: true,
      pending_invoice_items_behavior: "include",
    });
    await stripe.invoices.finalizeInvoice(automatic.id);
    const late = await draft({ days_until_due: 1 });
    await stripe.invoices.sendInvoice(late.id);
    await control(sandbox, "/clock", { advanceSeconds: 25 * 3600 });
    expect((await stripe.invoices.retrieve(automatic.id)).status).toBe("paid");
    expect(await typesAbout(late.id)).toContain("invoice.overdue");
  });

  it("is thrown away as a draft only", async () => {
    const { id } = await draft();
    expect(await stripe.invoices.del(id)).toMatchObject({ deleted: true });
    expect((await errorOf(stripe.invoices.retrieve(id))).statusCode).toBe(404);
  });
});

describe("products and prices", () => {
  it("are made, changed, listed and found", async () => {
    const product = await stripe.products.create({
      name: "ECU",
      default_price_data: { currency: "usd", unit_amount: 10 },
    });
    expect(product.default_price).toMatch(/^price_/);
    await stripe.products.update(product.id, { name: "Credit", metadata: { a: "b" } });
    expect(await stripe.products.retrieve(product.id)).toMatchObject({
      name: "Credit",
      metadata: { a: "b" },
    });
    const { data } = await stripe.prices.list({ product: product.id });
    expect(data).toMatchObject([{ unit_amount: 10, type: "one_time" }]);
    await stripe.prices.update(data[0]?.id ?? "", { active: false });
    expect((await stripe.prices.list({ product: product.id, active: true })).data).toEqual([]);
    expect((await errorOf(stripe.products.del(product.id))).statusCode).toBe(400);
  });
});
