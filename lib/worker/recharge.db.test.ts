import { atStripe } from "@/lib/testing/stripe";
import { Logger, run, runMigrations, type Runner } from "graphile-worker";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { requiredUrl } from "@/lib/db/client";
import { post } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { ensureCustomer } from "@/lib/purchases/ensure-customer";
import { syncPaymentMethods } from "@/lib/purchases/payment-methods/sync";
import { setAutoRecharge } from "@/lib/purchases/recharge/set-auto-recharge";
import { runDispatcher } from "@/lib/queue/dispatcher";
import { accountWith, balanceOf, spend } from "@/lib/testing/accounts";
import { tasks } from "./tasks";

let runner: Runner;
const stopping = new AbortController();
let dispatching: Promise<void>;

beforeAll(async () => {
  const connection = { connectionString: requiredUrl(), logger: new Logger(() => () => undefined) };
  await runMigrations(connection);
  await ensureDefaultRateCard();
  runner = await run({
    ...connection,
    taskList: tasks,
    pollInterval: 100,
    noHandleSignals: true,
    concurrency: 4,
  });
  dispatching = runDispatcher(stopping.signal, (error) => {
    throw error;
  });
});

afterAll(async () => {
  stopping.abort();
  await dispatching;
  await runner.stop();
});

it("a balance that fifty spends take below the threshold is filled up by itself, with one payment", async () => {
  const ctx = await accountWith("75");
  const { accountId } = ctx;
  const customer = await ensureCustomer(accountId);
  const { id: paymentMethodId } = await atStripe.paymentMethods.attach("pm_card_visa", { customer });
  await syncPaymentMethods(accountId);
  await setAutoRecharge(ctx, { threshold: "50", credits: "100", monthlyCapUsd: null, paymentMethodId });
  await Promise.all(Array.from({ length: 50 }, (_, job) => post([spend(ctx, "1", `job ${job}`)])));
  await vi.waitFor(async () => expect((await balanceOf(ctx)).balance).toBe(125_000_000_000n), {
    timeout: 15_000,
    interval: 100,
  });
  const { data } = await atStripe.paymentIntents.list({ customer });
  expect(data).toMatchObject([{ status: "succeeded", amount: 1_000 }]);
});
