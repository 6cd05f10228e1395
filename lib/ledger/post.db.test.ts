import { expect, it } from "vitest";
import { accountWith, balanceOf, spend } from "@/lib/testing/accounts";
import { inAccount } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { nano, parseCredits } from "@/lib/values/money";
import { post, postWithin } from "./post";

it("lets four of ten simultaneous spends of 25 through a wallet of 100", async () => {
  const ctx = await accountWith("100");
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, job) => post([spend(ctx, "25", `job ${job}`)])),
  );
  expect(outcomes.flat().filter(({ status }) => status === "posted")).toHaveLength(4);
  expect((await balanceOf(ctx)).balance).toBe(0n);
});

it("posts a key once, however many send it at once, and gives all of them the same row", async () => {
  const ctx = await accountWith("100");
  const outcomes = (
    await Promise.all(Array.from({ length: 50 }, () => post([spend(ctx, "1", "same")])))
  ).flat();
  const rows = outcomes.flatMap((outcome) => (outcome.status === "posted" ? outcome.transactions : []));
  expect(new Set(rows.map(({ seq }) => seq)).size).toBe(1);
  expect(outcomes.filter((outcome) => outcome.status === "posted" && !outcome.replayed)).toHaveLength(1);
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("99"));
});

it("refuses a known key with another amount or type", async () => {
  const ctx = await accountWith("100");
  await post([spend(ctx, "1", "key")]);
  const [other] = await post([spend(ctx, "2", "key")]);
  expect(other).toMatchObject({ status: "refused", code: "idempotency_mismatch" });
});

it("charges work that has run into negative credit, and takes the debt from the next credit", async () => {
  const ctx = await accountWith("1");
  await post([spend(ctx, "3", "ran", null)]);
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("-2"));
});

it("refuses one posting without touching its neighbours", async () => {
  const ctx = await accountWith("10");
  const bad = {
    ...spend(ctx, "1"),
    entries: [{ type: "spend" as const, amount: nano(5n), description: "wrong way", source: "api" as const }],
  };
  const outcomes = await post([spend(ctx, "1"), bad, spend(ctx, "100"), spend(ctx, "2")]);
  expect(outcomes.map((outcome) => (outcome.status === "refused" ? outcome.code : "posted"))).toEqual([
    "posted",
    "invalid_request",
    "insufficient_credits",
    "posted",
  ]);
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("7"));
});

it("posts inside the caller's transaction, and nothing when that rolls back", async () => {
  const ctx = await accountWith("10");
  await inAccount(ctx.accountId, (tx) => postWithin(tx, [spend(ctx, "1", "kept")]));
  await expect(
    inAccount(ctx.accountId, async (tx) => {
      await postWithin(tx, [spend(ctx, "1", "dropped")]);
      throw new Error("the caller's own fault");
    }),
  ).rejects.toThrow("own fault");
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("9"));
});

it("keeps the same order and total when two processes' paths meet on a wallet", async () => {
  const ctx = await accountWith("1000");
  const grouped = Array.from({ length: 100 }, () => post([spend(ctx, "1")]));
  const single = Array.from({ length: 20 }, () =>
    inAccount(ctx.accountId, (tx) => postWithin(tx, [spend(ctx, "1", newId())])),
  );
  await Promise.all([...grouped, ...single]);
  expect(await balanceOf(ctx)).toMatchObject({ balance: parseCredits("880"), seq: 121n });
});
