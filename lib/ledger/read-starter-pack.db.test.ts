import { expect, it } from "vitest";
import { balanceOf, grant, spend, testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { nano, parseCredits } from "@/lib/values/money";
import { grantPosting } from "./grant-credit";
import { post, postedOf } from "./post";
import { readStarterPack } from "./read-starter-pack";

const EXPIRES = new Date(Date.now() + 86_400_000);

/** An account with 75 free credits, as sign-up grants them, and more credit besides. */
async function opened(expiresAt: Date | null = null) {
  const ctx = await testAccount();
  const starter = {
    accountId: ctx.accountId,
    type: "bonus",
    description: "Starter",
    source: "system",
  } as const;
  const outcomes = await post([
    grantPosting({
      ...{
        ...starter,
        unit: "credit",
        amount: parseCredits("75"),
        idempotencyKey: "starter:credit",
        expiresAt,
      },
    }),
    grantPosting({ ...starter, unit: "tool_run", amount: nano(10_000n), idempotencyKey: "starter:tool_run" }),
  ]);
  outcomes.forEach(postedOf);
  return ctx;
}

it("shows what the account was opened with, in both units, and nothing that came later", async () => {
  const ctx = await opened(EXPIRES);
  await grant(ctx, "100");
  const pack = await readStarterPack(ctx);
  expect(pack).toMatchObject([
    { unit: "credit", amount: "75", remaining: "75", expires_at: EXPIRES.toISOString() },
    { unit: "tool_run", amount: "10000", remaining: "10000", expires_at: null },
  ]);
  expect(pack.map(({ transaction_id: id }) => id)).toEqual([
    expect.stringMatching(/^txn_[0-9a-f]{32}c1$/),
    expect.stringMatching(/^txn_[0-9a-f]{32}t1$/),
  ]);
});

it("shows what is left of it, down to nothing", async () => {
  const ctx = await opened(EXPIRES);
  await grant(ctx, "100");
  // What expires first burns first.
  postedOf((await post([spend(ctx, "30.000000001")]))[0]);
  expect(await readStarterPack(ctx)).toMatchObject([{ remaining: "44.999999999" }, { remaining: "10000" }]);
  postedOf((await post([spend(ctx, "50", newId())]))[0]);
  expect(await readStarterPack(ctx)).toMatchObject([
    { amount: "75", remaining: "0" },
    { remaining: "10000" },
  ]);
  expect((await balanceOf(ctx)).balance).toBe(94_999_999_999n);
});

it("is empty for an account that was opened without, and for who looks from another one", async () => {
  await opened();
  const ctx = await testAccount();
  await grant(ctx, "75");
  expect(await readStarterPack(ctx)).toEqual([]);
});
