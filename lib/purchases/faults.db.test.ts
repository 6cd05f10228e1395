import { atStripe, begin, control, deliver, news, pay, rowsOf, send } from "@/lib/testing/stripe";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { applyStripeEvent } from "./apply-event";
import { finishCheckout } from "./finish-checkout";
import { reconcileStripe } from "./reconcile/reconcile-stripe";
import { startCheckout } from "./start-checkout";
import { sweepPurchases } from "./sweep-purchases";

beforeAll(() => ensureDefaultRateCard());
afterEach(() => control("DELETE", "/faults"));

const fault = (match: string, kind: string, times = 1) => control("POST", "/faults", { match, kind, times });
const buy = () => ({ credits: "100", saveCard: false, requestKey: newId() });

async function sessionsOf({ accountId }: Context): Promise<number> {
  const known = await inAccount(accountId, (tx) => tx.stripeCustomer.findMany({ where: { accountId } }));
  const customers = (await atStripe.customers.list({ limit: 100 })).data.filter(
    ({ metadata }) => metadata.account_id === accountId,
  );
  expect(customers.map(({ id }) => id)).toEqual(known.map(({ customerId }) => customerId));
  return (await atStripe.checkout.sessions.list({ customer: customers[0]?.id ?? "", limit: 100 })).data
    .length;
}

describe("when Stripe", () => {
  it.each(["500", "409", "timeout_before", "drop_after"])(
    "answers %s to the checkout, there is one customer and one session in the end",
    async (kind) => {
      const ctx = await testAccount();
      await fault("POST /v1/customers", kind);
      await fault("POST /v1/checkout/sessions", kind);
      await startCheckout(ctx, buy());
      expect(await sessionsOf(ctx)).toBe(1);
    },
  );

  it.each(["500", "429", "drop_after"])(
    "keeps answering %s, the person is asked to try again, and the next try is the same purchase",
    async (kind) => {
      const ctx = await testAccount();
      const wish = buy();
      await fault("POST /v1/checkout/sessions", kind, 10);
      await expect(startCheckout(ctx, wish)).rejects.toMatchObject({ code: "unavailable" });
      await control("DELETE", "/faults");
      await startCheckout(ctx, wish);
      expect(await sessionsOf(ctx)).toBe(1);
      const { accountId } = ctx;
      expect(await inAccount(accountId, (tx) => tx.purchase.count({ where: { accountId } }))).toBe(1);
    },
  );

  it("cannot be asked about a payment, nothing is credited until it can", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun);
    const [event] = (await news()).filter(({ type }) => type === "payment_intent.succeeded");
    if (!event) throw new Error("nothing was paid");
    await fault("GET /v1/*/:id", "429", 20);
    await send(event);
    await expect(applyStripeEvent(event.id)).rejects.toThrow();
    expect(await prisma().stripeEvent.findUnique({ where: { id: event.id } })).toMatchObject({
      status: "failed",
      attempts: 1,
    });
    await fault("GET /v1/checkout/sessions/:id", "429", 20);
    await expect(finishCheckout(ctx, begun.sessionId)).rejects.toMatchObject({ code: "unavailable" });
    expect(await rowsOf(ctx)).toEqual([]);
    await control("DELETE", "/faults");
    await applyStripeEvent(event.id);
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
    expect(await prisma().stripeEvent.findUnique({ where: { id: event.id } })).toMatchObject({
      status: "applied",
      attempts: 2,
    });
  });

  it("cannot be asked about one purchase, the sweeper asks about the others all the same", async () => {
    const [broken, sound] = [await testAccount(), await testAccount()];
    const first = await begin(broken, "100");
    const second = await begin(sound, "100");
    for (const begun of [first, second]) await pay(begun);
    await news();
    for (const { accountId } of [broken, sound])
      await inAccount(accountId, (tx) =>
        tx.purchase.updateMany({
          where: { accountId },
          data: { createdAt: new Date(Date.now() - (accountId === broken.accountId ? 180_000 : 120_000)) },
        }),
      );
    await fault(`GET /v1/checkout/sessions/${first.sessionId}`, "429", 20);
    await expect(sweepPurchases()).rejects.toThrow();
    expect(await rowsOf(sound)).toEqual(["topup 100"]);
    await control("DELETE", "/faults");
    await sweepPurchases();
    expect(await rowsOf(broken)).toEqual(["topup 100"]);
  });

  it("fails in the middle of reconciliation, the run says so, and the next one is whole", async () => {
    const ctx = await testAccount();
    await pay(await begin(ctx, "100"));
    await news();
    await fault("GET /v1/refunds", "429", 20);
    await expect(reconcileStripe({ repair: true })).rejects.toThrow();
    const [last] = await prisma().reconciliation.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(last?.error).not.toBe("");
    await control("DELETE", "/faults");
    await reconcileStripe({ repair: true });
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
    await deliver();
  });
});

describe("what reconciliation does not know", () => {
  it("is listed and not guessed: money of our customer that names no purchase", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    await startCheckout(ctx, buy());
    const { customerId } = await inAccount(accountId, (tx) =>
      tx.stripeCustomer.findUniqueOrThrow({ where: { accountId } }),
    );
    const intent = await atStripe.paymentIntents.create({
      amount: 700,
      currency: "usd",
      customer: customerId,
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://console.test",
    });
    await deliver();
    const { differences, repaired } = await reconcileStripe({ repair: true });
    expect(repaired).toBe(0);
    expect(differences).toMatchObject([{ id: intent.id, isCertain: false }]);
    expect(await rowsOf(ctx)).toEqual([]);
  });
});
