import { atStripe, control, deliver, rowsOf } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith, spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { ensureCustomer } from "../ensure-customer";
import { syncPaymentMethods } from "../payment-methods/sync";
import { evaluateRecharge } from "./evaluate";
import { finishRecharge } from "./finish-recharge";
import { readAutoRecharge } from "./read-auto-recharge";
import { setAutoRecharge, turnOffAutoRecharge } from "./set-auto-recharge";

beforeAll(() => ensureDefaultRateCard());

/** An account of 45 ECU, below the threshold of its auto-recharge of 100 ECU. */
async function below(token: string, monthlyCapUsd: string | null = null): Promise<Context> {
  const ctx = await accountWith("45");
  const { accountId } = ctx;
  const customer = await ensureCustomer(accountId);
  const { id: paymentMethodId } = await atStripe.paymentMethods.attach(token, { customer });
  await syncPaymentMethods(accountId);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd, paymentMethodId });
  return ctx;
}

const use = (ctx: Context, credits: string) => post([spend(ctx, credits)]);
const recharges = async (ctx: Context) =>
  (await rowsOf(ctx)).filter((row) => row.startsWith("auto_recharge")).length;

/** Looks at the account if the worker is asked to. */
async function evaluateAsAsked({ accountId }: Context): Promise<boolean> {
  const { count } = await inAccount(accountId, (tx) =>
    tx.outbox.deleteMany({ where: { accountId, task: "recharge.evaluate" } }),
  );
  if (count > 0) await evaluateRecharge(accountId);
  return count > 0;
}

it("is looked at as soon as it is switched on below its threshold", async () => {
  const ctx = await below("pm_card_visa");
  expect(await evaluateAsAsked(ctx)).toBe(true);
  expect(await recharges(ctx)).toBe(1);
});

it("goes on in the month after the one whose cap was reached", async () => {
  const ctx = await below("pm_card_visa", "10");
  const { accountId } = ctx;
  await evaluateRecharge(accountId);
  await use(ctx, "100");
  await evaluateRecharge(accountId);
  expect(await recharges(ctx)).toBe(1);
  const lastMonth = new Date();
  lastMonth.setUTCDate(0);
  await inAccount(accountId, (tx) =>
    tx.rechargeAttempt.updateMany({ where: { accountId }, data: { createdAt: lastMonth } }),
  );
  await evaluateRecharge(accountId);
  expect(await recharges(ctx)).toBe(2);
  expect(await readAutoRecharge(ctx)).toMatchObject({ trouble: "", spentThisMonthUsd: "10.00" });
});

it.each(["win", "lose"])("goes on when the dispute that it waited for is over (%s)", async (end) => {
  const ctx = await below("pm_card_visa");
  const { accountId } = ctx;
  await evaluateAsAsked(ctx);
  const customer = await ensureCustomer(accountId);
  const [intent] = (await atStripe.paymentIntents.list({ customer })).data;
  const { id } = (await control("POST", "/disputes", { charge: intent?.latest_charge })) as { id: string };
  await deliver();
  await evaluateRecharge(accountId);
  expect(await recharges(ctx)).toBe(1);
  expect(await readAutoRecharge(ctx)).toMatchObject({ trouble: "dispute" });
  await inAccount(accountId, (tx) => tx.outbox.deleteMany({ where: { accountId } }));
  if (end === "win") await use(ctx, "40");
  await control("POST", `/disputes/${id}/${end}`, {});
  await deliver();
  expect(await readAutoRecharge(ctx)).toMatchObject({ isOn: true, trouble: "" });
  expect(await evaluateAsAsked(ctx)).toBe(true);
  expect(await recharges(ctx)).toBe(end === "win" ? 1 : 2);
});

it("lets nobody pay on a page that it asked for before it was switched off", async () => {
  const ctx = await below("pm_card_authenticationRequired");
  const { accountId } = ctx;
  await evaluateRecharge(accountId);
  const [attempt] = (await readAutoRecharge(ctx))?.attempts ?? [];
  const { url } = await finishRecharge(ctx, attempt?.id ?? "");
  await turnOffAutoRecharge(ctx);
  const session = new URL(url).pathname.split("/").at(-1);
  await expect(control("POST", `/checkout/${session}/pay`, { card: "4000002760003184" })).rejects.toThrow(
    "no longer open",
  );
  await deliver();
  await evaluateAsAsked(ctx);
  expect(await recharges(ctx)).toBe(0);
  expect((await readAutoRecharge(ctx))?.attempts).toMatchObject([{ status: "canceled" }]);
});
