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

const pay = async (token = "pm_card_visa", metadata = {}) => {
  const intent = await stripe.paymentIntents.create(paying(5000, token, { metadata }));
  return { intent: intent.id, charge: intent.latest_charge as string };
};

const typesOf = async (id: string) => {
  const { data } = await stripe.events.list({ limit: 100 });
  return data
    .filter((event) => "id" in event.data.object && event.data.object.id === id)
    .map(({ type }) => type);
};

describe("a refund", () => {
  it("gives back parts until nothing is left", async () => {
    const { intent, charge } = await pay();
    await stripe.refunds.create({ payment_intent: intent, amount: 1000 });
    const second = await stripe.refunds.create({ charge, amount: 500, reason: "requested_by_customer" });
    expect(second).toMatchObject({ status: "succeeded", payment_intent: intent });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1500, refunded: false });
    expect(await errorOf(stripe.refunds.create({ charge, amount: 3501 }))).toMatchObject({ param: "amount" });
    expect(await stripe.refunds.create({ charge })).toMatchObject({ amount: 3500 });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 5000, refunded: true });
    expect(await errorOf(stripe.refunds.create({ charge }))).toMatchObject({
      code: "charge_already_refunded",
    });
    expect((await stripe.refunds.list({ charge })).data.map(({ amount }) => amount)).toEqual([
      3500, 500, 1000,
    ]);
  });

  it("that is pending succeeds later", async () => {
    const { intent } = await pay("pm_card_pendingRefund");
    const { id, status } = await stripe.refunds.create({ payment_intent: intent });
    expect(status).toBe("pending");
    await control(sandbox, `/refunds/${id}/succeed`, {});
    expect(await stripe.refunds.retrieve(id)).toMatchObject({ status: "succeeded" });
    expect(await typesOf(id)).toEqual(["charge.refund.updated", "refund.updated", "refund.created"]);
  });

  it("that fails gives the money back to us", async () => {
    const { intent, charge } = await pay("pm_card_refundFail");
    const { id } = await stripe.refunds.create({ payment_intent: intent, amount: 2000 });
    await control(sandbox, "/clock", { advanceSeconds: 60 });
    expect(await stripe.refunds.retrieve(id)).toMatchObject({
      status: "failed",
      failure_reason: expect.any(String),
    });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await typesOf(id)).toContain("refund.failed");
    const { data } = await stripe.balanceTransactions.list({ source: id });
    expect(data.map(({ amount }) => amount)).toEqual([2000, -2000]);
  });
});

describe("a dispute", () => {
  it("comes by itself for the card that is there for it, and takes the money", async () => {
    const { charge } = await pay("pm_card_createDispute");
    await control(sandbox, "/clock", { advanceSeconds: 2 });
    const { data } = await stripe.disputes.list({ charge });
    expect(data).toMatchObject([
      {
        amount: 5000,
        reason: "fraudulent",
        status: "needs_response",
        balance_transactions: [{ amount: -5000 }],
      },
    ]);
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ disputed: true });
    expect(await errorOf(stripe.refunds.create({ charge }))).toMatchObject({ code: "charge_disputed" });
  });

  it("that is won brings the money back; one that is lost does not", async () => {
    const won = await control<Stripe.Dispute>(sandbox, "/disputes", { charge: (await pay()).charge });
    await control(sandbox, `/disputes/${won.id}/win`, {});
    expect(await stripe.disputes.retrieve(won.id)).toMatchObject({
      status: "won",
      balance_transactions: [{ amount: -5000 }, { amount: 5000 }],
    });
    expect((await typesOf(won.id)).sort()).toEqual([
      "charge.dispute.closed",
      "charge.dispute.created",
      "charge.dispute.funds_reinstated",
      "charge.dispute.funds_withdrawn",
    ]);
    const lost = await control<Stripe.Dispute>(sandbox, "/disputes", { charge: (await pay()).charge });
    await stripe.disputes.update(lost.id, { evidence: { uncategorized_text: "losing_evidence" } });
    expect(await stripe.disputes.retrieve(lost.id)).toMatchObject({
      status: "lost",
      balance_transactions: [{ amount: -5000 }],
    });
  });

  it("that is only an inquiry moves nothing, and can become more", async () => {
    const { charge } = await pay("pm_card_createDisputeInquiry");
    await control(sandbox, "/clock", { advanceSeconds: 2 });
    const [inquiry] = (await stripe.disputes.list({ charge })).data;
    expect(inquiry).toMatchObject({ status: "warning_needs_response", balance_transactions: [] });
    await control(sandbox, `/disputes/${inquiry?.id}/win`, {});
    expect(await stripe.disputes.retrieve(inquiry?.id ?? "")).toMatchObject({ status: "warning_closed" });
    const other = await control<Stripe.Dispute>(sandbox, "/disputes", {
      charge: (await pay()).charge,
      inquiry: true,
    });
    await control(sandbox, `/disputes/${other.id}/escalate`, {});
    expect(await stripe.disputes.retrieve(other.id)).toMatchObject({
      status: "needs_response",
      balance_transactions: [{ amount: -5000 }],
    });
  });
});

it("adds up what each account has paid, and what went back", async () => {
  const metadata = { account_id: "sums" };
  await stripe.refunds.create({ payment_intent: (await pay("pm_card_visa", metadata)).intent, amount: 700 });
  const { charge } = await pay("pm_card_visa", metadata);
  const lost = await control<Stripe.Dispute>(sandbox, "/disputes", { charge });
  await control(sandbox, `/disputes/${lost.id}/lose`, {});
  const won = await control<Stripe.Dispute>(sandbox, "/disputes", {
    charge: (await pay("pm_card_visa", metadata)).charge,
  });
  await control(sandbox, `/disputes/${won.id}/win`, {});
  const { accounts } = await control<{ accounts: object }>(sandbox, "/sums");
  expect(accounts).toMatchObject({ sums: { paid: 15_000, refunded: 700, disputed: 5000, payments: 3 } });
});
