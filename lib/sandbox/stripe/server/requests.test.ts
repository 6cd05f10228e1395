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

const raw = (path: string, key: string) =>
  fetch(`${sandbox.url}${path}`, { headers: { authorization: `Bearer ${key}` } });

describe("a request", () => {
  it("needs a secret test key", async () => {
    expect((await fetch(`${sandbox.url}/v1/customers`)).status).toBe(401);
    expect((await raw("/v1/customers", ["sk", "live", "abc"].join("_"))).status).toBe(401);
    expect((await raw("/v1/customers", "pk_test_abc")).status).toBe(401);
    const basic = { authorization: `Basic ${Buffer.from(`${sandbox.secretKey}:`).toString("base64")}` };
    expect((await fetch(`${sandbox.url}/v1/customers`, { headers: basic })).status).toBe(200);
  });

  it("is answered with its id and the version of the API", async () => {
    const { lastResponse } = await stripe.customers.create({});
    expect(lastResponse.requestId).toMatch(/^req_\w{14}$/);
    expect(lastResponse.apiVersion).toBe("2026-10-28.endive");
  });

  it("is refused with a parameter that Stripe does not know, at any depth", async () => {
    const params = { address: { planet: "Mars" } } as object as Stripe.CustomerCreateParams;
    expect(await errorOf(stripe.customers.create(params))).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      code: "parameter_unknown",
      param: "address[planet]",
    });
  });

  it("is refused with what the pinned version has removed", async () => {
    const params = { ...paying(500, "pm_card_visa"), payment_method_types: ["card"] };
    expect(await errorOf(stripe.paymentIntents.create(params))).toMatchObject({
      code: "parameter_unknown",
      param: "payment_method_types",
    });
  });

  it("is refused without a parameter that must be there, and with one that is no number", async () => {
    const missing = { currency: "usd" } as Stripe.PaymentIntentCreateParams;
    expect(await errorOf(stripe.paymentIntents.create(missing))).toMatchObject({
      code: "parameter_missing",
      param: "amount",
    });
    expect(await errorOf(stripe.paymentIntents.create({ amount: 10.5, currency: "usd" }))).toMatchObject({
      code: "parameter_invalid_integer",
      param: "amount",
    });
    expect(await errorOf(stripe.paymentIntents.create({ amount: 49, currency: "usd" }))).toMatchObject({
      code: "amount_too_small",
    });
  });

  it("finds nothing under an id that leads nowhere: 404 in the path, 400 in a parameter", async () => {
    expect(await errorOf(stripe.customers.retrieve("cus_no"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    const intent = stripe.paymentIntents.create({ amount: 500, currency: "usd", customer: "cus_no" });
    expect(await errorOf(intent)).toMatchObject({ statusCode: 400, param: "customer" });
  });

  it("answers only to its own name, and takes nothing from other sites", async () => {
    const elsewhere = { origin: "https://evil.example" };
    const forged = await fetch(`${sandbox.url}/_sandbox/clock`, { method: "POST", headers: elsewhere });
    expect(forged.status).toBe(403);
  });

  it("is in the list of calls", async () => {
    await stripe.customers.create({ name: "Listed" }, { idempotencyKey: "listed" });
    const { calls } = await control<{ calls: object[] }>(sandbox, "/calls");
    expect(calls).toContainEqual(
      expect.objectContaining({
        method: "POST",
        route: "/v1/customers",
        params: { name: "Listed" },
        idempotencyKey: "listed",
        status: 200,
      }),
    );
  });
});

describe("expand", () => {
  it("puts objects in the place of ids, through objects and lists", async () => {
    const customer = await stripe.customers.create({ email: "ada@example.com" });
    const params = paying(700, "pm_card_visa", {
      customer: customer.id,
      expand: ["customer", "latest_charge.balance_transaction"],
    });
    expect(await stripe.paymentIntents.create(params)).toMatchObject({
      customer: { email: "ada@example.com" },
      latest_charge: { object: "charge", balance_transaction: { amount: 700, fee: 50, net: 650 } },
    });
    const list = await stripe.paymentIntents.list({
      customer: customer.id,
      expand: ["data.latest_charge.refunds"],
    });
    expect(list.data).toMatchObject([{ latest_charge: { refunds: { object: "list", data: [] } } }]);
  });

  it("refuses what cannot be expanded", async () => {
    const { id } = await stripe.customers.create({});
    expect(await errorOf(stripe.customers.retrieve(id, { expand: ["nothing"] }))).toMatchObject({
      param: "expand",
    });
  });
});

describe("a list", () => {
  it("goes by cursor in both directions, newest first, without gaps", async () => {
    const email = "pages@example.com";
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) made.unshift((await stripe.customers.create({ email })).id);
    const first = await stripe.customers.list({ email, limit: 3 });
    expect(first).toMatchObject({ has_more: true });
    const second = await stripe.customers.list({ email, limit: 3, starting_after: first.data.at(-1)?.id });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(made.slice(0, 6));
    const back = await stripe.customers.list({ email, limit: 2, ending_before: second.data.at(-1)?.id });
    expect(back.data.map(({ id }) => id)).toEqual(made.slice(3, 5));
    expect(back.has_more).toBe(true);
    const all = await stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all.map(({ id }) => id)).toEqual(made);
  });

  it("keeps to what was made in a time", async () => {
    const { created } = await stripe.customers.create({ email: "times@example.com" });
    const during = { email: "times@example.com", created: { gte: created, lt: created + 1 } };
    expect((await stripe.customers.list(during)).data).toHaveLength(1);
    const later = { email: "times@example.com", created: { gt: created } };
    expect((await stripe.customers.list(later)).data).toHaveLength(0);
  });

  it("refuses a limit above 100 and a cursor that is not there", async () => {
    expect(await errorOf(stripe.customers.list({ limit: 101 }))).toMatchObject({ param: "limit" });
    expect(await errorOf(stripe.customers.list({ starting_after: "cus_no" }))).toMatchObject({
      code: "resource_missing",
      param: "starting_after",
    });
  });

  it("is searched by metadata", async () => {
    for (const n of ["1", "2"])
      await stripe.paymentIntents.create({
        amount: 500,
        currency: "usd",
        metadata: { account_id: "search", n },
      });
    const query =
      "metadata['account_id']:'search' AND -metadata['n']:'1' AND status:'requires_payment_method'";
    const found = await stripe.paymentIntents.search({ query });
    expect(found.data.map(({ metadata }) => metadata.n)).toEqual(["2"]);
    expect(await errorOf(stripe.paymentIntents.search({ query: "metadata[" }))).toMatchObject({
      param: "query",
    });
  });
});
