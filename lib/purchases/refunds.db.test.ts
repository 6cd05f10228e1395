import {
  atStripe,
  begin,
  bought,
  control,
  deliver,
  everyRow,
  mailsOf,
  news,
  pay,
  rowsOf,
  send,
} from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { postOne } from "@/lib/ledger/post";
import { readWallets } from "@/lib/ledger/wallets";
import { explainTransaction } from "@/lib/ledger/explain";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith, balanceOf, spend, testAccount } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { applyStripeEvent } from "./apply-event";
import { applyReadDispute } from "./apply-dispute";
import { applyRefund } from "./apply-refund";
import { listPurchases } from "./list-purchases";
import { readPayment } from "./read-payment";
import { reconcileStripe } from "./reconcile/reconcile-stripe";
import { tell } from "./tell";

beforeAll(() => ensureDefaultRateCard());

const refund = (intent: string, amount?: number) =>
  atStripe.refunds.create({ payment_intent: intent, ...(amount !== undefined && { amount }) });
const paymentOf = async (ctx: Context) => {
  const [purchase] = await listPurchases(ctx);
  return readPayment(ctx, purchase?.transaction_id ?? "");
};

describe("a refund", () => {
  it("of all withdraws all, once, in a row that names the charge and belongs to the payment", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    const { charge } = await refund(intent);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100", "refund -100"]);
    const [purchase] = await listPurchases(ctx);
    const { timeline } = await explainTransaction(ctx, purchase?.transaction_id ?? "");
    expect(timeline.map(({ type }) => type)).toEqual(["topup", "refund"]);
    expect(timeline[1]?.description).toContain(String(charge));
    expect(await paymentOf(ctx)).toMatchObject({ refunded_cents: 1_000 });
  });

  it("is told once to who answers for the money, with the numbers of its credit note and its receipt", async () => {
    const { ctx } = await testPerson();
    const intent = await bought(ctx, "250");
    await refund(intent, 1_000);
    await deliver();
    await mailsOf(ctx);
    const told = (await mailsOf(ctx)).filter((subject) => subject.startsWith("Credit note"));
    expect(told).toEqual([expect.stringMatching(/^Credit note CN-\d{6}: \$10\.00 is paid back$/)]);
  });

  it("in parts of 10 and then 5 dollars withdraws 100 and 50", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "1000");
    await refund(intent, 1_000);
    await deliver();
    await refund(intent, 500);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 1000", "refund -100", "refund -50"]);
  });

  it("in parts whose news comes in any order, and at once, ends in the same sum", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "333");
    const parts = [];
    for (const cents of [1, 999, 1_333, 7]) parts.push(await refund(intent, cents));
    const events = await news();
    for (const event of events) await send(event);
    await Promise.all([
      ...parts.toReversed().map(({ id }) => applyRefund(id)),
      ...events.toReversed().map(({ id }) => applyStripeEvent(id)),
    ]);
    expect(await rowsOf(ctx)).toHaveLength(5);
    await refund(intent);
    await deliver();
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("that overtakes its payment finds it credited first", async () => {
    const ctx = await testAccount();
    const begun = await begin(ctx, "100");
    await pay(begun);
    const { payment_intent: intent } = await atStripe.checkout.sessions.retrieve(begun.sessionId);
    const { id } = await refund(String(intent), 100);
    await applyRefund(id);
    expect(await rowsOf(ctx)).toEqual(["topup 100", "refund -10"]);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100", "refund -10"]);
  });

  it("after the credit was spent leaves negative credit", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    await postOne(spend(ctx, "80"));
    await refund(intent);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100", "spend -80", "refund -100"]);
    expect((await balanceOf(ctx)).balance).toBe(-80_000_000_000n);
  });

  it("takes the credit of its own payment, and leaves what was given otherwise", async () => {
    const ctx = await accountWith("40");
    const intent = await bought(ctx, "100");
    await refund(intent);
    await deliver();
    const { credit } = await readWallets(ctx);
    expect(credit.lots.map(({ remaining, paid }) => [remaining, paid])).toEqual([[40_000_000_000n, false]]);
  });

  it("that fails later gives back what it took, to where it was taken", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    await postOne(spend(ctx, "30"));
    const { lots } = (await readWallets(ctx)).credit;
    const { id } = await refund(intent, 500);
    await deliver();
    await control("POST", `/refunds/${id}/fail`, {});
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100", "spend -30", "refund -50", "refund 50"]);
    expect((await readWallets(ctx)).credit.lots).toEqual(lots);
    expect(await paymentOf(ctx)).toMatchObject({ refunded_cents: 0, refunds: [{ id, status: "failed" }] });
  });

  it("that fails while the credit is owed pays the debt back", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    await postOne(spend(ctx, "100"));
    const { id } = await refund(intent);
    await deliver();
    await control("POST", `/refunds/${id}/fail`, {});
    await deliver();
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("that is made again after it failed takes the credit once, though the news of the failure comes last", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    const first = await refund(intent);
    await deliver();
    await control("POST", `/refunds/${first.id}/fail`, {});
    const second = await refund(intent);
    await applyRefund(second.id);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100", "refund -100", "refund 100", "refund -100"]);
    expect(await paymentOf(ctx)).toMatchObject({ refunded_cents: 1_000 });
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("that had failed before anybody heard of it writes no row", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    const { id } = await refund(intent);
    await control("POST", `/refunds/${id}/fail`, {});
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  });

  it("of a payment whose webhooks are all lost is found by reconciliation, after its payment", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    await refund(intent, 250);
    await news();
    const found = await reconcileStripe();
    expect(found.differences).toMatchObject([{ isCertain: true, accountId: ctx.accountId }]);
    expect(found.stripeCents).not.toBe(found.ledgerCents);
    const mended = await reconcileStripe({ repair: true });
    expect(mended.differences).toEqual([]);
    expect(mended.stripeCents).toBe(mended.ledgerCents);
    expect(await rowsOf(ctx)).toEqual(["topup 100", "refund -25"]);
    const books = await everyRow();
    await reconcileStripe({ repair: true });
    expect(await everyRow()).toEqual(books);
  });
});

describe("a dispute", () => {
  const chargeOf = async (intent: string) =>
    String((await atStripe.paymentIntents.retrieve(intent)).latest_charge);
  const dispute = async (intent: string, inquiry = false) =>
    (await control("POST", "/disputes", { charge: await chargeOf(intent), inquiry })) as { id: string };
  const settings = ({ accountId }: Context) =>
    inAccount(accountId, (tx) => tx.rechargeSettings.findUnique({ where: { accountId } }));

  async function disputed(inquiry = false) {
    const ctx = await accountWith("40");
    const { accountId } = ctx;
    await inAccount(accountId, (tx) =>
      tx.rechargeSettings.create({ data: { accountId, isOn: true, threshold: 1n, credits: 10n ** 11n } }),
    );
    const { id } = await dispute(await bought(ctx, "100"), inquiry);
    await deliver();
    return { ctx, id };
  }

  it("that takes the money takes its credit, only that of its payment, and auto-recharge waits", async () => {
    const { ctx } = await disputed();
    expect(await rowsOf(ctx)).toEqual(["bonus 40", "topup 100", "dispute -100"]);
    expect((await readWallets(ctx)).credit.lots.map(({ remaining }) => remaining)).toEqual([40_000_000_000n]);
    expect(await settings(ctx)).toMatchObject({ isOn: true, trouble: "dispute" });
    expect(await paymentOf(ctx)).toMatchObject({
      disputed_cents: 1_000,
      disputes: [{ status: "needs_response" }],
    });
  });

  it("that is won gives the credit back, to where it was taken", async () => {
    const { ctx, id } = await disputed();
    await control("POST", `/disputes/${id}/win`, {});
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 40", "topup 100", "dispute -100", "dispute 100"]);
    expect((await readWallets(ctx)).credit.lots.map(({ remaining }) => remaining)).toEqual([
      40_000_000_000n,
      100_000_000_000n,
    ]);
    expect(await settings(ctx)).toMatchObject({ trouble: "" });
    expect(await paymentOf(ctx)).toMatchObject({ disputed_cents: 0, disputes: [{ status: "won" }] });
  });

  it("that is lost stays withdrawn", async () => {
    const { ctx, id } = await disputed();
    await control("POST", `/disputes/${id}/lose`, {});
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 40", "topup 100", "dispute -100"]);
    expect(await settings(ctx)).toMatchObject({ trouble: "" });
  });

  it.each(["win", "lose"])("is told when it begins and when it is over: %s", async (end) => {
    const { ctx } = await testPerson();
    const { id } = await dispute(await bought(ctx, "100"));
    await deliver();
    await control("POST", `/disputes/${id}/${end}`, {});
    await deliver();
    await mailsOf(ctx);
    const told = (await mailsOf(ctx)).filter((subject) => subject.includes("dispute"));
    expect(told.toSorted()).toEqual([
      "A payment of $10.00 is disputed",
      "The dispute over $10.00 is decided",
    ]);
  });

  it("that is won is told as over when its money is back, which Stripe says later, and never as lost", async () => {
    const { ctx, accountId } = await testPerson();
    const { id } = await dispute(await bought(ctx, "100"));
    await deliver();
    const open = await atStripe.disputes.retrieve(id);
    await control("POST", `/disputes/${id}/win`, {});
    await applyReadDispute({ ...open, status: "won" });
    await tell({ accountId, about: "dispute_over", id });
    const isTold = async () => (await mailsOf(ctx)).includes("The dispute over $10.00 is decided");
    expect(await isTold()).toBe(false);
    await deliver();
    await expect.poll(isTold).toBe(true);
    const mails = await prisma().email.findMany({ where: { accountId, template: "payment-dispute_over" } });
    expect(mails.map(({ plain }) => plain)).toEqual([
      expect.stringContaining("stands. Its credit, 100 ECU, is back in the balance."),
    ]);
  });

  it("that is an inquiry only changes nothing, and takes the credit when the bank goes on", async () => {
    const { ctx, id } = await disputed(true);
    expect(await rowsOf(ctx)).toEqual(["bonus 40", "topup 100"]);
    expect(await settings(ctx)).toMatchObject({ trouble: "" });
    await control("POST", `/disputes/${id}/escalate`, {});
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 40", "topup 100", "dispute -100"]);
  });

  it("of what was refunded in part takes the rest, to the last nano-credit", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "333");
    await refund(intent, 1_111);
    await deliver();
    await dispute(intent);
    await deliver();
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("that is won, and whose money came back unheard, is found however long ago it was opened", async () => {
    const ctx = await testAccount();
    const { id } = await dispute(await bought(ctx, "100"));
    await deliver();
    const open = await atStripe.disputes.retrieve(id);
    await control("POST", `/disputes/${id}/win`, {});
    await applyReadDispute({ ...open, status: "won" });
    await news();
    await reconcileStripe({ since: new Date(Date.now() + 60_000), repair: true });
    expect(await rowsOf(ctx)).toEqual(["topup 100", "dispute -100", "dispute 100"]);
  });

  it("whose webhooks are all lost is found by reconciliation, won or not", async () => {
    const ctx = await testAccount();
    const { id } = await dispute(await bought(ctx, "100"));
    await news();
    await reconcileStripe({ repair: true });
    expect(await rowsOf(ctx)).toEqual(["topup 100", "dispute -100"]);
    await control("POST", `/disputes/${id}/win`, {});
    await news();
    const mended = await reconcileStripe({ repair: true });
    expect(mended.differences).toEqual([]);
    expect(await rowsOf(ctx)).toEqual(["topup 100", "dispute -100", "dispute 100"]);
  });
});
