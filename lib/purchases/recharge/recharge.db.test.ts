import { atStripe, control, deliver, mailsOf, rowsOf } from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { grant, spend } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import { testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import type { EventType } from "@/lib/webhooks/rules/event-types";
import { ensureCustomer } from "../ensure-customer";
import { removePaymentMethod, startPortal } from "../payment-methods/change";
import { listPaymentMethods } from "../payment-methods/list";
import { syncPaymentMethods } from "../payment-methods/sync";
import { evaluateRecharge } from "./evaluate";
import { finishRecharge } from "./finish-recharge";
import { readAutoRecharge } from "./read-auto-recharge";
import { rehearseAutoRecharge } from "./rehearse-auto-recharge";
import { resolveRecharge } from "./resolve";
import { setAutoRecharge, turnOffAutoRecharge } from "./set-auto-recharge";
import { sweepRecharges } from "./sweep";

beforeAll(() => ensureDefaultRateCard());

/** An account of 75 ECU with a saved card, and auto-recharge of 100 ECU below 50. */
async function recharging(token = "pm_card_visa", monthlyCapUsd: string | null = null): Promise<Context> {
  const { ctx } = await testPerson();
  const paymentMethodId = await saveCard(ctx, token);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd, paymentMethodId });
  return ctx;
}

async function saveCard({ accountId }: Context, token: string): Promise<string> {
  const customer = await ensureCustomer(accountId);
  const { id } = await atStripe.paymentMethods.attach(token, { customer });
  await syncPaymentMethods(accountId);
  return id;
}

const RECHARGES = ["recharge.succeeded", "recharge.failed", "recharge.action_required"] satisfies EventType[];

const spendAll = (ctx: Context, credits: string) => post([spend(ctx, credits)]);
const lettersOf = async (ctx: Context) =>
  (await mailsOf(ctx)).filter((subject) => !subject.startsWith("Welcome"));
const charges = (rows: string[]) => rows.filter((row) => row.startsWith("auto_recharge"));
const attemptsOf = async (ctx: Context) => (await readAutoRecharge(ctx))?.attempts ?? [];
const statusesOf = async (ctx: Context) => (await attemptsOf(ctx)).map(({ status }) => status);

/** As if the wait after a decline were over. */
const waitIsOver = ({ accountId }: Context) =>
  inAccount(accountId, (tx) =>
    tx.rechargeSettings.update({ where: { accountId }, data: { pausedUntil: new Date(0) } }),
  );

/** As if the attempt had begun long ago. */
const longAgo = ({ accountId }: Context, minutes: number) =>
  inAccount(accountId, (tx) =>
    tx.rechargeAttempt.updateMany({
      where: { accountId },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    }),
  );

const fault = (kind: string) =>
  control("POST", "/faults", { match: "POST /v1/payment_intents", nth: 1, times: 3, kind });

describe("auto-recharge", () => {
  it("makes one payment when fifty spends cross the threshold at once and every worker looks", async () => {
    const ctx = await recharging();
    await listen(ctx, RECHARGES);
    await Promise.all(Array.from({ length: 50 }, () => spendAll(ctx, "1")));
    const tasks = await inAccount(ctx.accountId, (tx) =>
      tx.outbox.findMany({ where: { accountId: ctx.accountId, task: "wallet.below" } }),
    );
    expect(tasks).toHaveLength(1);
    await Promise.all(Array.from({ length: 8 }, () => evaluateRecharge(ctx.accountId)));
    await deliver();
    expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100"]);
    expect(await statusesOf(ctx)).toEqual(["succeeded"]);
    expect(await lettersOf(ctx)).toEqual([expect.stringMatching(/^Receipt R-\d{6}: \$10\.00 for 100 ECU$/)]);
    const [attempt] = await attemptsOf(ctx);
    expect(await announcedTo(ctx)).toEqual([
      {
        type: "recharge.succeeded",
        data: { id: attempt?.id, credits: "100", amount_usd: "10", detail: null },
      },
    ]);
  });

  it("charges again and again until the balance is over the threshold", async () => {
    const ctx = await recharging();
    await post([spend(ctx, "300", "ran", null)]);
    for (let look = 0; look < 6; look++) await evaluateRecharge(ctx.accountId);
    expect(charges(await rowsOf(ctx))).toHaveLength(3);
  });

  it.each(["drop_after", "timeout_before", "500"])(
    "credits once when the answer of Stripe is lost (%s), by asking what became of it",
    async (kind) => {
      const ctx = await recharging();
      await spendAll(ctx, "30");
      await fault(kind);
      await evaluateRecharge(ctx.accountId);
      await control("DELETE", "/faults");
      const [attempt] = await attemptsOf(ctx);
      await resolveRecharge(ctx.accountId, attempt?.id ?? "");
      await resolveRecharge(ctx.accountId, attempt?.id ?? "");
      await deliver();
      expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100"]);
      expect(
        await atStripe.paymentIntents.list({ customer: await ensureCustomer(ctx.accountId) }),
      ).toMatchObject({
        data: [{ status: "succeeded" }],
      });
    },
  );

  it("asks again under the same key for what Stripe has never heard of, and gives it up when it is old", async () => {
    const ctx = await recharging();
    await spendAll(ctx, "30");
    await fault("timeout_before");
    await evaluateRecharge(ctx.accountId);
    await control("DELETE", "/faults");
    await longAgo(ctx, 10);
    await sweepRecharges();
    expect(await statusesOf(ctx)).toEqual(["succeeded"]);
    await spendAll(ctx, "120");
    await fault("timeout_before");
    await evaluateRecharge(ctx.accountId);
    await control("DELETE", "/faults");
    await longAgo(ctx, 21 * 60);
    await sweepRecharges();
    await sweepRecharges();
    expect((await statusesOf(ctx)).toSorted()).toEqual(["canceled", "succeeded", "succeeded"]);
    expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100", "auto_recharge 100"]);
  });

  it("backs off from a card that is declined, says so at the first time, and once more when it gives up after the fourth", async () => {
    const ctx = await recharging("pm_card_chargeCustomerFail");
    await listen(ctx, RECHARGES);
    await spendAll(ctx, "30");
    for (let look = 0; look < 7; look++) {
      await evaluateRecharge(ctx.accountId);
      await evaluateRecharge(ctx.accountId);
      if ((await readAutoRecharge(ctx))?.isOn) await waitIsOver(ctx);
    }
    await deliver();
    expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: false, trouble: "declined", failures: 4 });
    expect(await statusesOf(ctx)).toEqual(["declined", "declined", "declined", "declined"]);
    expect(await lettersOf(ctx)).toEqual([
      "Auto-recharge of $10.00 was declined",
      "Auto-recharge is off: the card was declined",
    ]);
    // People are told twice, systems of each attempt.
    const attempts = (await attemptsOf(ctx)).map(({ id }) => id);
    const told = await announcedTo(ctx);
    expect(told).toMatchObject(
      Array.from({ length: 4 }, () => ({
        type: "recharge.failed",
        data: { detail: expect.stringMatching(/./) },
      })),
    );
    expect(told.map(({ data }) => (data as { id: string }).id).toSorted()).toEqual(attempts.toSorted());
    expect(charges(await rowsOf(ctx))).toEqual([]);
  });

  it("asks the person once when the bank wants them, and credits when they have confirmed", async () => {
    const ctx = await recharging("pm_card_authenticationRequired");
    await listen(ctx, RECHARGES);
    await spendAll(ctx, "30");
    await evaluateRecharge(ctx.accountId);
    await evaluateRecharge(ctx.accountId);
    await deliver();
    const [attempt] = await attemptsOf(ctx);
    expect(attempt?.status).toBe("requires_action");
    // It counts towards the cap, and is not charged.
    expect(await readAutoRecharge(ctx)).toMatchObject({ spentThisMonthUsd: "0.00", openUsd: "10.00" });
    expect(await lettersOf(ctx)).toEqual(["Your bank asks you to confirm $10.00"]);
    const { url } = await finishRecharge(ctx, attempt?.id ?? "");
    const session = new URL(url).pathname.split("/").at(-1);
    await control("POST", `/checkout/${session}/pay`, { card: "4000002760003184", complete3ds: true });
    await resolveRecharge(ctx.accountId, attempt?.id ?? "");
    await deliver();
    expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100"]);
    const paid = { spentThisMonthUsd: "10.00", openUsd: "0.00" };
    expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: true, trouble: "", ...paid });
    expect(await announcedTo(ctx)).toMatchObject([
      { type: "recharge.action_required", data: { id: attempt?.id, credits: "100", amount_usd: "10" } },
      { type: "recharge.succeeded", data: { id: attempt?.id } },
    ]);
  });

  it("pays nothing over the cap of the month", async () => {
    const ctx = await recharging("pm_card_visa", "15");
    await spendAll(ctx, "30");
    await evaluateRecharge(ctx.accountId);
    await spendAll(ctx, "120");
    await evaluateRecharge(ctx.accountId);
    await evaluateRecharge(ctx.accountId);
    expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100"]);
    expect(await readAutoRecharge(ctx)).toMatchObject({ trouble: "cap", spentThisMonthUsd: "10.00" });
    expect(await lettersOf(ctx)).toContain("Auto-recharge has reached its monthly cap");
  });

  it("waits while a payment is disputed", async () => {
    const ctx = await recharging();
    await spendAll(ctx, "30");
    await evaluateRecharge(ctx.accountId);
    const [intent] = (await atStripe.paymentIntents.list({ customer: await ensureCustomer(ctx.accountId) }))
      .data;
    await control("POST", "/disputes", { charge: intent?.latest_charge });
    await deliver();
    await post([spend(ctx, "60", "more", null)]);
    await evaluateRecharge(ctx.accountId);
    expect(charges(await rowsOf(ctx))).toEqual(["auto_recharge 100"]);
    expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: true, trouble: "dispute" });
  });

  it("is off when its card is removed, and when it is switched off", async () => {
    const ctx = await recharging();
    const [card] = await listPaymentMethods(ctx);
    await removePaymentMethod(ctx, card?.id ?? "");
    expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: false, trouble: "no_card" });
    const other = await recharging();
    await turnOffAutoRecharge(other);
    await spendAll(other, "60");
    await evaluateRecharge(other.accountId);
    await sweepRecharges();
    expect([...charges(await rowsOf(ctx)), ...charges(await rowsOf(other))]).toEqual([]);
  });

  it("rehearses settings over what really happened, and charges nothing", async () => {
    const { ctx } = await testPerson();
    await grant(ctx, "25");
    for (const credits of ["60", "30", "90"]) await post([spend(ctx, credits, credits, null)]);
    const rehearsal = await rehearseAutoRecharge(ctx, {
      threshold: "50",
      credits: "100",
      monthlyCapUsd: null,
    });
    expect(rehearsal.charges).toHaveLength(2);
    expect(rehearsal).toMatchObject({ priceUsd: "10.00", totalUsd: "20.00", cappedOn: null });
    expect(charges(await rowsOf(ctx))).toEqual([]);
  });

  it("refuses settings that make no sense, naming the field", async () => {
    const { ctx } = await testPerson();
    const paymentMethodId = await saveCard(ctx, "pm_card_visa");
    const good = { threshold: "50", credits: "100", monthlyCapUsd: null, paymentMethodId };
    const fieldOf = (input: object) =>
      setAutoRecharge(ctx, { ...good, ...input }).then(
        () => "accepted",
        (error: { faults: { field: string }[] }) => error.faults[0]?.field,
      );
    expect(await fieldOf({ credits: "1" })).toBe("credits");
    expect(await fieldOf({ threshold: "5000" })).toBe("threshold");
    expect(await fieldOf({ monthlyCapUsd: "5" })).toBe("monthlyCapUsd");
    expect(await fieldOf({ paymentMethodId: "pm_foreign" })).toBe("paymentMethodId");
    expect(await readAutoRecharge(ctx)).toBeNull();
  });

  it("leads to Stripe's page of cards and back", async () => {
    const { ctx } = await testPerson();
    const { url } = await startPortal(ctx, "/settings/payment-methods");
    expect((await fetch(url)).status).toBe(200);
  });
});
