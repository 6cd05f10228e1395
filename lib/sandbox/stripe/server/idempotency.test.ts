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

describe("an idempotency key", () => {
  it("gets the first answer again, and says so", async () => {
    const first = await stripe.customers.create({ name: "A" }, { idempotencyKey: "again" });
    const second = await stripe.customers.create({ name: "A" }, { idempotencyKey: "again" });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(second.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  });

  it("is refused with other parameters, or for another call", async () => {
    await stripe.customers.create({ name: "A" }, { idempotencyKey: "other" });
    const expected = { type: "StripeIdempotencyError", statusCode: 400 };
    const create = stripe.customers.create({ name: "B" }, { idempotencyKey: "other" });
    expect(await errorOf(create)).toMatchObject(expected);
    const elsewhere = stripe.products.create({ name: "A" }, { idempotencyKey: "other" });
    expect(await errorOf(elsewhere)).toMatchObject(expected);
  });

  it("replays a decline, also when the card would work by now", async () => {
    const params = paying(900, "pm_card_chargeDeclined");
    const first = await errorOf(stripe.paymentIntents.create(params, { idempotencyKey: "declined" }));
    const second = await errorOf(stripe.paymentIntents.create(params, { idempotencyKey: "declined" }));
    expect(second).toMatchObject({ type: "StripeCardError", code: "card_declined", statusCode: 402 });
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    expect(second.headers?.["idempotent-replayed"]).toBe("true");
  });

  it("is free again when the parameters were refused", async () => {
    const wrong = { nonsense: 1 } as object as Stripe.CustomerCreateParams;
    await errorOf(stripe.customers.create(wrong, { idempotencyKey: "free" }));
    expect(await stripe.customers.create({ name: "Right" }, { idempotencyKey: "free" })).toMatchObject({
      name: "Right",
    });
  });

  it("is in use while its first request is carried out: 409", async () => {
    await control(sandbox, "/faults", { match: "POST /v1/customers", kind: "slow", holdMs: 300 });
    const first = stripe.customers.create({ name: "A" }, { idempotencyKey: "busy" });
    const second = await errorOf(
      new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        stripe.customers.create({ name: "A" }, { idempotencyKey: "busy" }),
      ),
    );
    expect(second).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    expect(await first).toMatchObject({ name: "A" });
  });

  it("can be used anew a day later", async () => {
    const first = await stripe.customers.create({ name: "A" }, { idempotencyKey: "old" });
    await control(sandbox, "/clock", { advanceSeconds: 25 * 3600 });
    const second = await stripe.customers.create({ name: "A" }, { idempotencyKey: "old" });
    expect(second.id).not.toBe(first.id);
  });
});

describe("a fault", () => {
  it("strikes the nth call and no other", async () => {
    await control(sandbox, "/faults", { match: "POST /v1/customers", nth: 2, kind: "500" });
    await stripe.customers.create({});
    expect(await errorOf(stripe.customers.create({}))).toMatchObject({
      type: "StripeAPIError",
      statusCode: 500,
    });
    await stripe.customers.create({});
  });

  it("answers 429 and 409 as Stripe does", async () => {
    await control(sandbox, "/faults", { match: "GET /v1/customers/:id", kind: "429" });
    await control(sandbox, "/faults", { match: "GET /v1/customers/:id", nth: 2, kind: "409" });
    expect(await errorOf(stripe.customers.retrieve("cus_x"))).toMatchObject({ type: "StripeRateLimitError" });
    expect(await errorOf(stripe.customers.retrieve("cus_x"))).toMatchObject({ statusCode: 409 });
  });

  // A connection that was reset is tried once more by the SDK, whatever it is told.
  it("breaks the connection before anything is done", async () => {
    await control(sandbox, "/faults", { match: "POST /v1/customers", kind: "timeout_before", times: 2 });
    expect(await errorOf(stripe.customers.create({ email: "before@example.com" }))).toMatchObject({
      type: "StripeConnectionError",
    });
    expect((await stripe.customers.list({ email: "before@example.com" })).data).toEqual([]);
  });

  it("drops the answer after the work is done; the key finds it", async () => {
    await control(sandbox, "/faults", { match: "POST /v1/payment_intents", kind: "drop_after", times: 2 });
    const params = paying(1234, "pm_card_visa", { metadata: { of: "dropped" } });
    const lost = stripe.paymentIntents.create(params, { idempotencyKey: "dropped" });
    expect(await errorOf(lost)).toMatchObject({ type: "StripeConnectionError" });
    const found = await stripe.paymentIntents.create(params, { idempotencyKey: "dropped" });
    expect(found).toMatchObject({ status: "succeeded", amount_received: 1234 });
    const all = await stripe.paymentIntents.search({ query: "metadata['of']:'dropped'" });
    expect(all.data).toHaveLength(1);
  });

  it("is survived by the SDK's own tries", async () => {
    await control(sandbox, "/faults", { match: "POST /v1/customers", kind: "500", times: 2 });
    expect(await sdkOf(sandbox, 2).customers.create({ name: "Third" })).toMatchObject({ name: "Third" });
  });
});
