import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { announce } from "./announce";
import { announceTask, announcement } from "./announcement";
import { createEndpoint } from "./create-endpoint";
import type { EventType } from "./rules/event-types";
import { isListening } from "./is-listening";

const hear = (ctx: Context, types: EventType[] = []) =>
  createEndpoint(ctx, { url: "https://example.com/hooks", description: "", types });
const added = {
  ...({ unit: "credit" } as const),
  ...{ transaction_id: "txn_1", type: "topup" },
  ...{ amount: "10", balance_after: "10" },
};
const say = (ctx: Context, cause?: string) =>
  inAccount(ctx.accountId, (tx) =>
    announce(tx, ctx.accountId, "balance.added", added, cause === undefined ? {} : { cause }),
  );
const rowsOf = (ctx: Context) =>
  inAccount(ctx.accountId, async (tx) => ({
    events: await tx.webhookEvent.findMany({ where: { accountId: ctx.accountId } }),
    deliveries: await tx.webhookDelivery.findMany({ where: { accountId: ctx.accountId } }),
  }));

it("leaves a delivery for each endpoint that wants the type, and nothing where nobody listens", async () => {
  const [ctx, deaf] = [await testAccount(), await testAccount()];
  const [all, some] = [await hear(ctx), await hear(ctx, ["balance.added"])];
  await hear(ctx, ["instance.started"]);
  expect(await say(ctx)).toBe(2);
  expect(await say(deaf)).toBe(0);
  const { events, deliveries } = await rowsOf(ctx);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ type: "balance.added", data: added });
  expect(new Set(deliveries.map(({ endpointId }) => endpointId))).toEqual(new Set([all.id, some.id]));
  expect(await rowsOf(deaf)).toEqual({ events: [], deliveries: [] });
});

it("announces one cause once, however often and from however many at once it is said", async () => {
  const ctx = await testAccount();
  await hear(ctx);
  const counts = await Promise.all(Array.from({ length: 8 }, () => say(ctx, "one")));
  expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect(await say(ctx, "x".repeat(5_000))).toBe(1);
  expect(await say(ctx, "x".repeat(5_000))).toBe(0);
  const { payload } = announcement("balance.added", added, "one");
  await announceTask(ctx.accountId, payload);
  expect((await rowsOf(ctx)).events).toHaveLength(2);
});

it("tells of nothing that was rolled back", async () => {
  const ctx = await testAccount();
  await hear(ctx);
  const failing = inAccount(ctx.accountId, async (tx) => {
    await announce(tx, ctx.accountId, "balance.added", added);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect((await rowsOf(ctx)).events).toEqual([]);
});

it("knows who listens from the moment that an endpoint is made here", async () => {
  const ctx = await testAccount();
  expect(await isListening(ctx.accountId, "authorization.created")).toBe(false);
  await hear(ctx, ["authorization.created"]);
  expect(await isListening(ctx.accountId, "authorization.created")).toBe(true);
  expect(await isListening(ctx.accountId, "authorization.expired")).toBe(false);
});
