import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { type Receiver, sendDue, startReceiver } from "@/lib/testing/webhooks";
import type { Context } from "@/lib/values/context";
import { announce } from "../announce";
import { changeEndpoint, deleteEndpoint, rotateSecret } from "../change-endpoint";
import { createEndpoint } from "../create-endpoint";
import { isListening } from "../is-listening";
import { listDeliveries, readDelivery } from "../read-deliveries";
import { readEndpoint } from "../read-endpoints";
import { claimDue } from "./claim-due";
import { replayDelivery, replayFailed, sendTest } from "../replay";

// The environment is read once, by whoever comes first.
vi.hoisted(() => (process.env.ECU_WEBHOOKS_PRIVATE = "true"));

let receiver: Receiver;
let ctx: Context;
beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(async () => {
  ctx = await testAccount();
  receiver.got = [];
  receiver.answer = (response) => response.writeHead(204).end();
});
afterAll(() => receiver.close());

const hear = (url = receiver.url) => createEndpoint(ctx, { url, description: "", types: [] });
const say = () =>
  inAccount(ctx.accountId, (tx) =>
    announce(tx, ctx.accountId, "balance.exhausted", { unit: "credit", balance: "0", allocation: "10" }),
  );
const query = (text: string, values: unknown[] = []) =>
  inAccount(ctx.accountId, (tx) => sqlOf(tx).query(text, [ctx.accountId, ...values]));
/** As if the time until the next attempt were over. */
const wait = () =>
  query(
    "UPDATE webhook_deliveries SET due_at = now() WHERE account_id = $1::uuid AND status = 'pending' RETURNING id",
  );
const newest = async () => (await listDeliveries(ctx, {})).rows[0];

it("sends what any verifier of Standard Webhooks accepts, once", async () => {
  const { secret } = await hear();
  await say();
  expect(await sendDue()).toBe(1);
  expect(await sendDue()).toBe(0);
  const [message] = receiver.got;
  const said = new Webhook(secret).verify(message?.body ?? "", message?.headers as Record<string, string>);
  expect(said).toMatchObject({
    type: "balance.exhausted",
    account_id: ctx.accountId,
    data: { unit: "credit", balance: "0", allocation: "10" },
  });
  expect(await newest()).toMatchObject({ status: "delivered", attempts: 1, lastStatus: 204 });
  const forged = message?.body.replace('"10"', '"11"') ?? "";
  expect(() => new Webhook(secret).verify(forged, message?.headers as Record<string, string>)).toThrow();
});

it("tries again under the same id with the same body until it arrives", async () => {
  const { id } = await hear();
  await say();
  receiver.answer = (response) => response.writeHead(500).end("out of\u0000 order");
  await sendDue();
  expect(await newest()).toMatchObject({ status: "pending", attempts: 1, lastStatus: 500 });
  expect((await readEndpoint(ctx, id)).failingSince).not.toBeNull();
  await wait();
  receiver.answer = (response) => response.writeHead(200).end("ok");
  expect(await sendDue()).toBe(1);
  const [first, second] = receiver.got;
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(second?.body).toBe(first?.body);
  const delivery = await newest();
  expect((await readDelivery(ctx, delivery?.id ?? "")).history).toMatchObject([
    { no: 2, status: 200, answer: "ok" },
    { no: 1, status: 500, answer: "out of\u00b7 order" },
  ]);
  expect((await readEndpoint(ctx, id)).failingSince).toBeNull();
});

it("gives a message up after ten attempts, and sends it again when somebody asks", async () => {
  const { id } = await hear();
  await say();
  receiver.answer = (response) => response.writeHead(503).end();
  for (let attempt = 0; attempt < 12; attempt++) {
    await sendDue();
    await wait();
  }
  const failed = await newest();
  expect(failed).toMatchObject({ status: "failed", attempts: 10, lastStatus: 503 });
  await replayDelivery(ctx, failed?.id ?? "");
  await sendDue();
  expect(await newest()).toMatchObject({ status: "pending", attempts: 11 });
  receiver.answer = (response) => response.writeHead(204).end();
  await query(
    "UPDATE webhook_deliveries SET status = 'failed', ended_at = now() WHERE account_id = $1::uuid RETURNING id",
  );
  expect(await replayFailed(ctx, id)).toBe(1);
  await sendDue();
  expect(await newest()).toMatchObject({ status: "delivered", attempts: 12 });
  expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

it("follows no redirect, and waits as long as it is asked to", async () => {
  await hear();
  await say();
  receiver.answer = (response) => response.writeHead(307, { location: "/elsewhere" }).end();
  await sendDue();
  expect(receiver.got.map(({ path }) => path)).toEqual(["/hooks"]);
  expect(await newest()).toMatchObject({ status: "pending", lastStatus: 307 });
  await wait();
  receiver.answer = (response) => response.writeHead(429, { "retry-after": "7200" }).end();
  await sendDue();
  const { nextAt } = (await newest()) ?? {};
  expect((nextAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_100_000);
});

it("signs with the old secret too until its time is over", async () => {
  const { id, secret: old } = await hear();
  const { secret } = await rotateSecret(ctx, id, 24);
  await say();
  await sendDue();
  const check = (key: string) => {
    const message = receiver.got.at(-1);
    return new Webhook(key).verify(message?.body ?? "", message?.headers as Record<string, string>);
  };
  for (const key of [old, secret]) expect(check(key)).toBeTruthy();
  await query(
    "UPDATE webhook_endpoints SET old_secret_until = now() WHERE account_id = $1::uuid RETURNING id",
  );
  await say();
  await sendDue();
  expect(check(secret)).toBeTruthy();
  expect(() => check(old)).toThrow();
  const { secret: third } = await rotateSecret(ctx, id, 0);
  await say();
  await sendDue();
  expect(check(third)).toBeTruthy();
  expect(() => check(secret)).toThrow();
});

it("is sent by one of many processes that look at once, and again after one has died", async () => {
  await hear();
  for (let count = 0; count < 12; count++) await say();
  const counts = await Promise.all(Array.from({ length: 4 }, () => sendDue()));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
  expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(12);
});

it("switches an endpoint off that takes nothing for five days, or says that it is gone, and tells people", async () => {
  const [failing, gone] = [await hear(), await hear(`${receiver.url}/gone`)];
  receiver.answer = (response, { path }) => response.writeHead(path.endsWith("gone") ? 410 : 500).end();
  await query(
    "UPDATE webhook_endpoints SET failing_since = now() - interval '4 days' WHERE account_id = $1::uuid RETURNING id",
  );
  await say();
  await sendDue();
  expect(await readEndpoint(ctx, failing.id)).toMatchObject({ isEnabled: true });
  expect(await readEndpoint(ctx, gone.id)).toMatchObject({ isEnabled: false, endedBecause: "gone" });
  await query(
    "UPDATE webhook_endpoints SET failing_since = now() - interval '6 days' WHERE account_id = $1::uuid RETURNING id",
  );
  await wait();
  await sendDue();
  expect(await readEndpoint(ctx, failing.id)).toMatchObject({ isEnabled: false, endedBecause: "failures" });
  const tasks = await query(
    "SELECT task FROM outbox WHERE account_id = $1::uuid AND task = 'webhooks.tell_ended'",
  );
  expect(tasks).toHaveLength(2);
  expect(await isListening(ctx.accountId, "balance.added")).toBe(false);
  // What waits goes out when it is switched on again.
  receiver.answer = (response) => response.writeHead(204).end();
  await wait();
  expect(await sendDue()).toBe(0);
  await changeEndpoint(ctx, failing.id, { is_enabled: true });
  expect(await sendDue()).toBe(1);
  expect(await readEndpoint(ctx, failing.id)).toMatchObject({ failingSince: null, endedBecause: null });
});

it("sends a test whatever is subscribed to, and nothing to what is switched off or deleted", async () => {
  const { id } = await createEndpoint(ctx, {
    url: receiver.url,
    description: "",
    types: ["instance.started"],
  });
  await sendTest(ctx, id);
  await sendDue();
  expect(JSON.parse(receiver.got[0]?.body ?? "{}")).toMatchObject({
    type: "webhook.test",
    data: { endpoint_id: id },
  });
  await changeEndpoint(ctx, id, { is_enabled: false });
  await expect(sendTest(ctx, id)).rejects.toMatchObject({ code: "conflict" });
  await changeEndpoint(ctx, id, { is_enabled: true });
  const last = await sendTest(ctx, id);
  await deleteEndpoint(ctx, id);
  expect(await sendDue()).toBe(0);
  expect(await readDelivery(ctx, last)).toMatchObject({ status: "failed", attempts: 0 });
  await expect(sendTest(ctx, id)).rejects.toMatchObject({ code: "not_found" });
});

it("takes the accounts in turn: one with many that wait does not hold up another", async () => {
  for (let count = 0; count < 4; count += 1) await hear();
  for (let count = 0; count < 5; count += 1) await say();
  const crowd = ctx.accountId;
  ctx = await testAccount();
  await hear();
  await say();
  const claimed = await claimDue(2, []);
  expect(claimed.map(({ accountId }) => accountId).sort()).toEqual([crowd, ctx.accountId].sort());
  expect((await claimDue(16, [])).filter(({ accountId }) => accountId === crowd)).toHaveLength(4);
  expect(await claimDue(16, [crowd])).toEqual([]);
});
