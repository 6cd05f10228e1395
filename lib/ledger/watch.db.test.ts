import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { post, postWithin } from "./post";
import { watchBalance } from "./watch";

const watch = ({ accountId }: Context, ...levels: string[]) =>
  inAccount(accountId, (tx) => watchBalance(tx, accountId, "credit", "recharge", levels.map(parseCredits)));

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

const watched = ({ accountId }: Context) =>
  inAccount(accountId, async (tx) => {
    const { watch } = await tx.wallet.findUniqueOrThrow({
      where: { accountId_unit: { accountId, unit: "credit" } },
    });
    return watch.map((level) => Number(level / 1_000_000_000n));
  });

it("keeps the levels of every owner, also when they change at once, and forgets none but an owner's own", async () => {
  const ctx = await accountWith("100");
  const name = (owner: "recharge" | "alerts", ...levels: string[]) =>
    inAccount(ctx.accountId, (tx) =>
      watchBalance(tx, ctx.accountId, "credit", owner, levels.map(parseCredits)),
    );
  await Promise.all([
    name("recharge", "20"),
    name("alerts", "80", "50", "20"),
    name("recharge", "30"),
    name("alerts", "80", "50", "30"),
  ]);
  await Promise.all([name("recharge", "40"), name("alerts", "60", "40")]);
  expect(await watched(ctx)).toEqual([40, 60]);
  await name("alerts");
  expect(await watched(ctx)).toEqual([40]);
});

it("leaves a task of its own whenever credit is added, and none when a refund gives back what was used", async () => {
  const ctx = await accountWith("100");
  await watch(ctx, "50");
  const added = () => inAccount(ctx.accountId, (tx) => tx.outbox.count({ where: { task: "wallet.added" } }));
  expect(await added()).toBe(1);
  await post([spend(ctx, "60")]);
  const refund = { type: "refund", amount: parseCredits("20"), description: "Back", source: "api" } as const;
  await post([{ ...spend(ctx, "1"), entries: [refund] }]);
  expect(await added()).toBe(1);
  await grant(ctx, "5");
  expect(await added()).toBe(2);
  expect(await tasksOf(ctx)).toHaveLength(1);
});
