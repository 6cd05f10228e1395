import {
  atStripe,
  begin,
  bought,
  control,
  deliver,
  mailsOf,
  news,
  pay,
  rowsOf,
  sealed,
  send,
} from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/stripe/webhook/route";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { balanceOf, testAccount } from "@/lib/testing/accounts";
import { testMember, testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { applyStripeEvent } from "./apply-event";
import { finishCheckout } from "./finish-checkout";
import { fulfil } from "./fulfil";
import { listPurchases } from "./list-purchases";
import { readOffers } from "./offers";
import { readPayment } from "./read-payment";
import { reconcileStripe } from "./reconcile/reconcile-stripe";
import { startCheckout } from "./start-checkout";
import { sweepPurchases } from "./sweep-purchases";

beforeAll(() => ensureDefaultRateCard());

/** Moves a purchase into the past, as far as the sweeper can tell. */
async function longAgo({ accountId }: Context, minutes: number): Promise<void> {
  await inAccount(accountId, (tx) =>
    tx.purchase.updateMany({
      where: { accountId },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    }),
  );
}

const statusOf = async (ctx: Context) => (await listPurchases(ctx)).map(({ status }) => status);

describe("a purchase", () => {
  it("that is paid is credited once, with its session named and its receipt sent", async () => {
    const { ctx } = await testPerson();
    const begun = await begin(ctx, "250");
    await pay(begun);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 75", "topup 250"]);
    await mailsOf(ctx);
    const receipts = (await mailsOf(ctx)).filter((subject) => subject.startsWith("Receipt"));
    expect(receipts).toEqual([expect.stringMatching(/^Receipt R-\d{6}: \$25\.00 for 250 ECU$/)]);
    const [purchase] = await listPurchases(ctx);
    expect(purchase).toMatchObject({ status: "paid", credits: "250", amount_cents: 2_500 });
    const payment = await readPayment(ctx, purchase?.transaction_id ?? "");
    expect(payment).toMatchObject({ charged_cents: 2_500, net_cents: 2_500, tax_cents: 0, kind: "topup" });
    expect(payment?.receipt_url).toMatch(/^http/);
    expect(payment?.invoice_url).toMatch(/^http/);
  });

  it("is credited once when its events are delivered five times at once", async () => {
    const ctx = await testAccount();
    await pay(await begin(ctx, "100"));
    const events = await news();
    const answers = await Promise.all(
      events.flatMap((event) => Array.from({ length: 5 }, () => send(event))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await Promise.all(events.flatMap(({ id }) => Array.from({ length: 5 }, () => applyStripeEvent(id))));
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  });

  it("is credited once when webhook, return page, sweeper and reconciliation meet", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun);
    const events = await news();
    for (const event of events) await send(event);
    await longAgo(ctx, 5);
    const [finished] = await Promise.all([
      finishCheckout(ctx, begun.sessionId),
      finishCheckout(ctx, begun.sessionId),
      sweepPurchases(),
      reconcileStripe({ repair: true }),
      ...events.map(({ id }) => applyStripeEvent(id)),
    ]);
    expect(finished).toMatchObject({ state: "paid", balance: "100" });
    expect(finished.transactionId).toMatch(/^txn_/);
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  });

  it("is credited by the sweeper when the webhook is lost and the tab closed", async () => {
    const ctx = await testAccount();
    await pay(await begin(ctx, "100"));
    await news();
    await sweepPurchases();
    expect(await rowsOf(ctx)).toEqual([]);
    await longAgo(ctx, 2);
    await sweepPurchases();
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  });

  it("is credited by reconciliation when all else has failed, also if its session was never noted", async () => {
    const ctx = await testAccount();
    await pay(await begin(ctx, "100"));
    await news();
    const { accountId } = ctx;
    await inAccount(accountId, (tx) =>
      tx.purchase.updateMany({
        where: { accountId },
        data: { checkoutSessionId: null, checkoutUrl: null },
      }),
    );
    const before = await reconcileStripe();
    expect(before.differences).toMatchObject([{ accountId, isCertain: true }]);
    const after = await reconcileStripe({ repair: true });
    expect(after).toMatchObject({ repaired: 1, differences: [] });
    expect(after.stripeCents).toBe(after.ledgerCents);
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
    expect(await statusOf(ctx)).toEqual(["paid"]);
  });

  it("is one payment when Buy is clicked ten times at once", async () => {
    const ctx = await testAccount();
    const buy = { credits: "100", saveCard: false, requestKey: newId() };
    const clicks = await Promise.all(Array.from({ length: 10 }, () => startCheckout(ctx, buy)));
    expect(new Set(clicks.map(({ url }) => url)).size).toBe(1);
    const customer = await inAccount(ctx.accountId, (tx) =>
      tx.stripeCustomer.findUniqueOrThrow({ where: { accountId: ctx.accountId } }),
    );
    const sessions = await atStripe.checkout.sessions.list({ customer: customer.customerId });
    expect(sessions.data).toHaveLength(1);
    await expect(startCheckout(ctx, { ...buy, credits: "500" })).rejects.toMatchObject({
      code: "idempotency_mismatch",
    });
    await news();
  });

  it("that is declined and then paid in the same session is credited once", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun, { card: "4000000000000002" });
    await deliver();
    expect(await rowsOf(ctx)).toEqual([]);
    expect(await finishCheckout(ctx, begun.sessionId)).toMatchObject({ state: "open", balance: "0" });
    await pay(begun);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
    expect(await statusOf(ctx)).toEqual(["paid"]);
  });

  it("whose 3-D Secure is left until the session expires gives nothing, also on a late visit", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun, { card: "4000002760003184", complete3ds: "abandon" });
    await deliver();
    await atStripe.checkout.sessions.expire(begun.sessionId);
    await deliver();
    expect(await finishCheckout(ctx, begun.sessionId)).toMatchObject({ state: "expired", checkoutUrl: null });
    expect(await rowsOf(ctx)).toEqual([]);
    expect(await statusOf(ctx)).toEqual(["expired"]);
  });

  it("by bank debit is nothing while it is under way, and one credit when it succeeds", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun, { account: "000123456789" });
    await deliver();
    expect(await finishCheckout(ctx, begun.sessionId)).toMatchObject({ state: "processing", balance: "0" });
    expect(await statusOf(ctx)).toEqual(["processing"]);
    await settle(begun.sessionId, "settle");
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
    expect(await finishCheckout(ctx, begun.sessionId)).toMatchObject({ state: "paid", balance: "100" });
  });

  it("by bank debit that fails gives nothing, and the person is told once", async () => {
    const { ctx } = await testPerson();
    const begun = await begin(ctx, "100");
    await pay(begun, { account: "000123456789" });
    await deliver();
    await settle(begun.sessionId, "fail");
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 75"]);
    expect(await finishCheckout(ctx, begun.sessionId)).toMatchObject({ state: "failed", balance: "75" });
    const subjects = await mailsOf(ctx);
    expect(subjects.filter((subject) => subject.includes("did not go through"))).toHaveLength(1);
  });

  it("that saves its card has the account's cards read again", async () => {
    const ctx = await testAccount();
    await pay(await begin(ctx, "100", true));
    await deliver();
    const { accountId } = ctx;
    const tasks = await inAccount(accountId, (tx) =>
      tx.outbox.count({ where: { accountId, task: "payment_methods.sync" } }),
    );
    expect(tasks).toBeGreaterThan(0);
  });

  it("costs what was offered, and is for those who answer for money only", async () => {
    const { ctx, accountId } = await testPerson();
    const { increments, least, most } = await readOffers(ctx);
    expect(increments[0]).toEqual({ credits: "100", amount_cents: 1_000, unit_price_usd: "0.1" });
    const buy = { saveCard: false, requestKey: newId() };
    for (const credits of [String(Number(least) - 1), String(Number(most) + 1)])
      await expect(startCheckout(ctx, { ...buy, credits })).rejects.toMatchObject({
        faults: [{ field: "credits" }],
      });
    const member = await testMember(accountId, "member");
    await expect(startCheckout(member.ctx, { ...buy, credits: "100" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is finished by its own account only", async () => {
    const begun = await begin(await testAccount(), "100");
    const stranger = await testAccount();
    for (const id of [begun.sessionId, "cs_test_nothing", "../customers"])
      await expect(finishCheckout(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes on with a new customer when the keys were changed", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    await inAccount(accountId, (tx) =>
      tx.stripeCustomer.create({ data: { accountId, customerId: "cus_of_other_keys" } }),
    );
    await pay(await begin(ctx, "100"));
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  });
});

async function settle(sessionId: string, how: "settle" | "fail"): Promise<void> {
  const { payment_intent: intent } = await atStripe.checkout.sessions.retrieve(sessionId);
  await control("POST", `/payments/${String(intent)}/${how}`);
}

describe("a webhook", () => {
  const event = async () => {
    await pay(await begin(await testAccount(), "100"));
    const [first] = (await news()).filter(({ type }) => type === "checkout.session.completed");
    if (!first) throw new Error("no session was completed");
    return first;
  };
  const kept = (id: string) => prisma().stripeEvent.count({ where: { id } });

  it("that is forged, unsigned or older than five minutes is refused and leaves nothing", async () => {
    const real = await event();
    const requests = [
      new Request("http://console.test/api/stripe/webhook", { method: "POST", body: JSON.stringify(real) }),
      sealed(real, Math.floor(Date.now() / 1_000) - 301),
      await forged(real),
    ];
    for (const request of requests) expect((await POST(request)).status).toBe(400);
    expect(await kept(real.id)).toBe(0);
    expect((await send(real)).status).toBe(200);
    expect(await kept(real.id)).toBe(1);
  });

  it("whose answer was lost is kept once, and applied once", async () => {
    const real = await event();
    await send(real);
    await applyStripeEvent(real.id);
    const before = await prisma().stripeEvent.findUniqueOrThrow({ where: { id: real.id } });
    expect(before).toMatchObject({ status: "applied", attempts: 1 });
    await send(real);
    await applyStripeEvent(real.id);
    expect(await prisma().stripeEvent.findUniqueOrThrow({ where: { id: real.id } })).toEqual(before);
  });

  it("that says something is paid is not believed: Stripe is asked", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    const session = await atStripe.checkout.sessions.retrieve(begun.sessionId);
    const claim = { ...session, status: "complete", payment_status: "paid" };
    const id = `evt_${newId().replaceAll("-", "")}`;
    const lie = { ...(await event()), id, data: { object: claim } };
    expect((await send(lie)).status).toBe(200);
    await applyStripeEvent(id);
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("about what is none of ours is ignored, and says why", async () => {
    const intent = await atStripe.paymentIntents.create({
      amount: 500,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://console.test",
    });
    await deliver();
    const noted = await prisma().stripeEvent.findFirstOrThrow({
      where: { objectId: intent.id, type: "payment_intent.succeeded" },
    });
    expect(noted).toMatchObject({ status: "ignored", accountId: null });
    expect(noted.outcome).toContain("names no account");
  });

  async function forged(of: object): Promise<Request> {
    const request = sealed(of);
    return new Request(request, { method: "POST", body: (await request.text()).replace("100", "900") });
  }
});

describe("a payment that is not what was agreed", () => {
  it("gives the share of the credit that was paid for", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    const begun = await begin(ctx, "100");
    await pay(begun);
    await news();
    await inAccount(accountId, (tx) =>
      tx.purchase.updateMany({ where: { accountId }, data: { amountCents: 4_000n } }),
    );
    await finishCheckout(ctx, begun.sessionId);
    expect(await rowsOf(ctx)).toEqual(["topup 25"]);
  });

  it("in another currency is not guessed at", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    const begun = await begin(ctx, "100");
    await pay(begun);
    await news();
    await inAccount(accountId, (tx) =>
      tx.purchase.updateMany({ where: { accountId }, data: { currency: "eur" } }),
    );
    const { payment_intent: intent } = await atStripe.checkout.sessions.retrieve(begun.sessionId);
    expect(await fulfil(String(intent))).toMatchObject({ state: "ignored" });
    const { differences } = await reconcileStripe({ repair: true });
    expect(differences).toMatchObject([
      { id: intent, isCertain: false, stripeCents: 1_000n, ledgerCents: 0n },
    ]);
    expect(differences[0]?.whatToDo).toContain("paid in usd, and offered in eur");
    expect(await rowsOf(ctx)).toEqual([]);
    await inAccount(accountId, (tx) =>
      tx.purchase.updateMany({ where: { accountId }, data: { currency: "usd" } }),
    );
    expect(await fulfil(String(intent))).toMatchObject({ state: "paid", replayed: false });
  });
});

it("a row of a payment leads to all of the payment, for its account only", async () => {
  const ctx = await testAccount();
  const id = await bought(ctx, "100");
  const [purchase] = await listPurchases(ctx);
  expect(await readPayment(ctx, purchase?.transaction_id ?? "")).toMatchObject({ id });
  await expect(readPayment(await testAccount(), purchase?.transaction_id ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
});
