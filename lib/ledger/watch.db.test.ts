import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { post, postWithin } from "./post";
import { watchBalance } from "./watch";

const watch = ({ accountId }: Context, ...levels: string[]) =>
  inAccount(accountId, (tx) => watchBalance(tx, accountId, "credit", levels.map(parseCredits)));

const tasksOf = ({ accountId }: Context) =>
  inAccount(accountId, (tx) => tx.outbox.findMany({ where: { accountId, task: "wallet.below" } }));

it("leaves a task in the posting's own commit when many spends at once take a balance below a level", async () => {
  const ctx = await accountWith("100");
  await watch(ctx, "60");
  await Promise.all(Array.from({ length: 50 }, (_, job) => post([spend(ctx, "1", `job ${job}`)])));
  const tasks = await tasksOf(ctx);
  expect(tasks.map(({ payload }) => payload)).toEqual([{ unit: "credit" }]);
});

it("leaves one for every crossing, and none above, at or far below the level", async () => {
  const ctx = await accountWith("100");
  await watch(ctx, "50");
  await post([spend(ctx, "50")]);
  expect(await tasksOf(ctx)).toHaveLength(0);
  await post([spend(ctx, "0.000000001")]);
  await post([spend(ctx, "10")]);
  expect(await tasksOf(ctx)).toHaveLength(1);
  await grant(ctx, "20");
  expect(await tasksOf(ctx)).toHaveLength(1);
  await inAccount(ctx.accountId, (tx) => postWithin(tx, [spend(ctx, "30")]));
  expect(await tasksOf(ctx)).toHaveLength(2);
});

it("heeds levels that were changed between two postings of one process", async () => {
  const ctx = await accountWith("100");
  await post([spend(ctx, "1")]);
  await watch(ctx, "95", "90");
  await Promise.all(Array.from({ length: 10 }, () => post([spend(ctx, "1")])));
  expect((await tasksOf(ctx)).length).toBeGreaterThan(0);
});
