import { atStripe, begin, control, deliver, mailsOf, rowsOf } from "@/lib/testing/stripe";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { JobHelpers } from "graphile-worker";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { grant, spend, testAccount } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { sweepPayments } from "@/lib/worker/handlers/sweep-payments";
import { ensureCustomer } from "../ensure-customer";
import { removePaymentMethod } from "../payment-methods/change";
import { syncPaymentMethods } from "../payment-methods/sync";
import { evaluateRecharge } from "./evaluate";
import { finishRecharge } from "./finish-recharge";
import { readAutoRecharge } from "./read-auto-recharge";
import type { Recharge } from "./schema";
import { setAutoRecharge } from "./set-auto-recharge";
import { sweepRecharges } from "./sweep";

beforeAll(() => ensureDefaultRateCard());
afterEach(() => control("DELETE", "/faults"));

/** An account of 75 ECU whose auto-recharge adds 100 ECU below 50. */
async function on(token: string): Promise<{ ctx: Context; pm: string; input: Recharge }> {
  const { ctx } = await testPerson();
  const customer = await ensureCustomer(ctx.accountId);
  const { id } = await atStripe.paymentMethods.attach(token, { customer });
  await syncPaymentMethods(ctx.accountId);
  const input = { threshold: "50", credits: "100", monthlyCapUsd: null, paymentMethodId: id };
  await setAutoRecharge(ctx, input);
  return { ctx, pm: id, input };
}

const use = (ctx: Context, credits: string) => post([spend(ctx, credits)]);

it("makes, after three days without the person, no new off-session try of a card that wants authentication", async () => {
  const { ctx } = await on("pm_card_authenticationRequired");
  await use(ctx, "30");
  await evaluateRecharge(ctx.accountId);
  await mailsOf(ctx);
  await inAccount(ctx.accountId, (tx) =>
    tx.rechargeAttempt.updateMany({
      where: { accountId: ctx.accountId },
      data: { createdAt: new Date(Date.now() - 4 * 86_400_000) },
    }),
  );
  await sweepRecharges();
  await sweepRecharges();
  const letters = (await mailsOf(ctx)).filter((s) => s.startsWith("Your bank") || s.includes("is off"));
  expect({ attempts: (await readAutoRecharge(ctx))?.attempts.length, letters }).toEqual({
    attempts: 1,
    letters: ["Your bank asks you to confirm $10.00", "Auto-recharge is off: nobody confirmed it"],
  });
});
it("stays paused by a dispute when the balance is above the threshold", async () => {
  const { ctx } = await on("pm_card_visa");
  await use(ctx, "30");
  await evaluateRecharge(ctx.accountId);
  const [i] = (await atStripe.paymentIntents.list({ customer: await ensureCustomer(ctx.accountId) })).data;
  await control("POST", "/disputes", { charge: i?.latest_charge });
  await deliver();
  await use(ctx, "1");
  await grant(ctx, "500");
  expect((await readAutoRecharge(ctx))?.trouble).toBe("dispute");
  await evaluateRecharge(ctx.accountId);
  expect((await readAutoRecharge(ctx))?.trouble).toBe("dispute");
});
it("a purchase that cannot be asked about does not keep recharges from being swept", async () => {
  const { ctx } = await on("pm_card_visa");
  await use(ctx, "30");
  const other = await testAccount();
  const begun = await begin(other, "100");
  await inAccount(other.accountId, (tx) =>
    tx.purchase.updateMany({
      where: { accountId: other.accountId },
      data: { createdAt: new Date(Date.now() - 120_000) },
    }),
  );
  await control("POST", "/faults", {
    match: `GET /v1/checkout/sessions/${begun.sessionId}`,
    kind: "429",
    times: 20,
  });
  await sweepPayments(null, {} as JobHelpers);
  expect((await rowsOf(ctx)).filter((r) => r.startsWith("auto_recharge"))).toHaveLength(1);
});
it("whoever answers for the money is told that auto-recharge went off with its card", async () => {
  const { ctx, pm } = await on("pm_card_visa");
  await removePaymentMethod(ctx, pm);
  await use(ctx, "30");
  await evaluateRecharge(ctx.accountId);
  await sweepRecharges();
  expect((await mailsOf(ctx)).filter((s) => s.includes("no card"))).toHaveLength(1);
});
it("settings saved anew close the page on which the old charge could be confirmed", async () => {
  const { ctx } = await on("pm_card_authenticationRequired");
  await use(ctx, "30");
  await evaluateRecharge(ctx.accountId);
  const [a] = (await readAutoRecharge(ctx))?.attempts ?? [];
  const { url } = await finishRecharge(ctx, a?.id ?? "");
  const customer = await ensureCustomer(ctx.accountId);
  const { id } = await atStripe.paymentMethods.attach("pm_card_visa", { customer });
  await syncPaymentMethods(ctx.accountId);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd: "10", paymentMethodId: id });
  await evaluateRecharge(ctx.accountId);
  const session = new URL(url).pathname.split("/").at(-1);
  await control("POST", `/checkout/${session}/pay`, { card: "4000002760003184" }).catch(() => null);
  await deliver();
  expect((await readAutoRecharge(ctx))?.spentThisMonthUsd).toBe("10.00");
});
it("tells once in a month that its cap is reached, however often the balance falls", async () => {
  const { ctx, input } = await on("pm_card_visa");
  await setAutoRecharge(ctx, { ...input, monthlyCapUsd: "10" });
  await use(ctx, "30");
  await evaluateRecharge(ctx.accountId);
  await use(ctx, "80");
  for (let n = 0; n < 3; n++) {
    await use(ctx, "20");
    await evaluateRecharge(ctx.accountId);
    await mailsOf(ctx);
    await grant(ctx, "20");
    await evaluateRecharge(ctx.accountId);
  }
  expect((await mailsOf(ctx)).filter((x) => x.includes("cap"))).toHaveLength(1);
});
