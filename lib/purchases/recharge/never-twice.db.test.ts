import { atStripe, control, deliver, rowsOf } from "@/lib/testing/stripe";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { ensureCustomer } from "../ensure-customer";
import { syncPaymentMethods } from "../payment-methods/sync";
import { evaluateRecharge } from "./evaluate";
import { finishRecharge } from "./finish-recharge";
import { setAutoRecharge } from "./set-auto-recharge";
import { sweepRecharges } from "./sweep";

beforeAll(() => ensureDefaultRateCard());
afterEach(() => control("DELETE", "/faults"));

const ASKS = "4000002760003184";

/** An account below the threshold of its auto-recharge of 100 ECU. */
async function below(token: string): Promise<Context> {
  const ctx = await accountWith("75");
  const { accountId } = ctx;
  const customer = await ensureCustomer(accountId);
  const { id: paymentMethodId } = await atStripe.paymentMethods.attach(token, { customer });
  await syncPaymentMethods(accountId);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd: null, paymentMethodId });
  await post([spend(ctx, "30")]);
  return ctx;
}

const attemptsOf = ({ accountId }: Context) =>
  inAccount(accountId, (tx) => tx.rechargeAttempt.findMany({ where: { accountId } }));

const longAgo = ({ accountId }: Context) =>
  inAccount(accountId, (tx) =>
    tx.rechargeAttempt.updateMany({
      where: { accountId },
      data: { createdAt: new Date(Date.now() - 600_000) },
    }),
  );

async function paidAt({ accountId }: Context): Promise<number> {
  const { data } = await atStripe.paymentIntents.list({ customer: await ensureCustomer(accountId) });
  return data.filter(({ status }) => status === "succeeded").length;
}

it("charges once when the sweeper comes while the first call is still on its way to Stripe", async () => {
  const ctx = await below("pm_card_visa");
  await control("POST", "/faults", { match: "POST /v1/payment_intents", kind: "slow", holdMs: 1_500 });
  const first = evaluateRecharge(ctx.accountId);
  await vi.waitFor(async () => expect(await attemptsOf(ctx)).toHaveLength(1), 15_000);
  await longAgo(ctx);
  await sweepRecharges();
  await sweepRecharges();
  await first;
  await sweepRecharges();
  await deliver();
  expect(await paidAt(ctx)).toBe(1);
  expect(await rowsOf(ctx)).toEqual(["bonus 75", "spend -30", "auto_recharge 100"]);
});

it("charges nothing any more for a call that Stripe never heard of when the balance is there again", async () => {
  const ctx = await below("pm_card_visa");
  await control("POST", "/faults", { match: "POST /v1/payment_intents", kind: "timeout_before", times: 3 });
  await evaluateRecharge(ctx.accountId);
  await grant(ctx, "500");
  await longAgo(ctx);
  await sweepRecharges();
  expect(await attemptsOf(ctx)).toMatchObject([{ status: "canceled" }]);
  expect(await paidAt(ctx)).toBe(0);
});

it("is paid once by a person who confirms in two tabs", async () => {
  const ctx = await below("pm_card_authenticationRequired");
  await evaluateRecharge(ctx.accountId);
  const [attempt] = await attemptsOf(ctx);
  const tabs = [await finishRecharge(ctx, attempt?.id ?? ""), await finishRecharge(ctx, attempt?.id ?? "")];
  for (const { url } of tabs) {
    const session = new URL(url).pathname.split("/").at(-1);
    // The second one may find its page closed.
    await control("POST", `/checkout/${session}/pay`, { card: ASKS }).catch(() => null);
  }
  await deliver();
  expect(await paidAt(ctx)).toBe(1);
  expect(await rowsOf(ctx)).toEqual(["bonus 75", "spend -30", "auto_recharge 100"]);
});
