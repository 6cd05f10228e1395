import { appendFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startStripeSandbox } from "../start";
import { control, paying, sdkOf } from "../testing";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stripe-sandbox-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("keeps objects, events, idempotency keys and the clock over a restart", async () => {
  const first = await startStripeSandbox({ folder });
  const params = paying(4200, "pm_card_visa", { metadata: { account_id: "a" } });
  const paid = await sdkOf(first).paymentIntents.create(params, { idempotencyKey: "kept" });
  await control(first, "/clock", { advanceSeconds: 86_000 });
  const sums = await control(first, "/sums");
  // Nothing is closed: what a killed process leaves behind is all that there is.
  const second = await startStripeSandbox({ folder });
  await first.close();
  const again = await sdkOf(second).paymentIntents.create(params, { idempotencyKey: "kept" });
  expect(again.id).toBe(paid.id);
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect(await sdkOf(second).paymentIntents.retrieve(paid.id)).toEqual(paid);
  expect((await sdkOf(second).events.list({ type: "payment_intent.succeeded" })).data).toHaveLength(1);
  expect(await control(second, "/sums")).toEqual(sums);
  const { created } = await sdkOf(second).customers.create({});
  expect(created - paid.created).toBeGreaterThanOrEqual(86_000);
  await second.close();
});

it("leaves out a last line that was torn", async () => {
  const first = await startStripeSandbox({ folder });
  const customer = await sdkOf(first).customers.create({ name: "Whole" });
  await first.close();
  appendFileSync(join(folder, "journal.jsonl"), '[["customer","cus_torn",{"id":"cus_to');
  const second = await startStripeSandbox({ folder });
  expect((await sdkOf(second).customers.list()).data.map(({ id }) => id)).toEqual([customer.id]);
  await second.close();
  const third = await startStripeSandbox({ folder });
  expect((await sdkOf(third).customers.list()).data).toHaveLength(1);
  await third.close();
});

it("finishes what was scheduled before the restart", async () => {
  const first = await startStripeSandbox({ folder });
  const charge = await sdkOf(first).paymentIntents.create(paying(1000, "pm_card_pendingRefund"));
  const refund = await sdkOf(first).refunds.create({ payment_intent: charge.id });
  expect(refund.status).toBe("pending");
  await first.close();
  const second = await startStripeSandbox({ folder });
  await control(second, "/clock", { advanceSeconds: 60 });
  expect(await sdkOf(second).refunds.retrieve(refund.id)).toMatchObject({ status: "succeeded" });
  await second.close();
});
