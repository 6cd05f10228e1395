import { expect, it } from "vitest";
import { accountWith, balanceOf, spend } from "@/lib/testing/accounts";
import { parseCredits } from "@/lib/values/money";
import { grantPosting } from "./grant-credit";
import { GroupCommitter } from "./group-commit";
import type { Outcome } from "./types";

async function withTwo(run: (committers: readonly GroupCommitter[]) => Promise<void>): Promise<void> {
  const committers = [new GroupCommitter(), new GroupCommitter()];
  try {
    await run(committers);
  } finally {
    await Promise.all(committers.map((committer) => committer.stop()));
  }
}

function isNew(outcome: Outcome): boolean {
  return outcome.status === "posted" && !outcome.replayed;
}

it("charges each key once when two processes guess where a wallet is, and are both wrong", async () => {
  const ctx = await accountWith("1000");
  await withTwo(async (committers) => {
    for (let round = 0; round < 10; round++) {
      const outcomes = await Promise.all(
        committers.flatMap((committer) =>
          Array.from({ length: 40 }, (_, call) => committer.post([spend(ctx, "1", `${round} ${call}`)])),
        ),
      );
      expect(outcomes.flat().filter(isNew)).toHaveLength(40);
      expect(outcomes.flat().every(({ status }) => status === "posted")).toBe(true);
    }
  });
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("600"));
});

it("charges each key once when batches of many accounts are guessed by two processes that move the same wallets", async () => {
  const accounts = await Promise.all(Array.from({ length: 40 }, () => accountWith("100")));
  await withTwo(async (committers) => {
    for (let round = 0; round < 6; round++) {
      // Alone at first, so that a guess is made of all; then against the other, which makes it wrong.
      const posting = round % 3 === 2 ? committers : committers.slice(0, 1);
      const outcomes = await Promise.all(
        posting.flatMap((committer) =>
          accounts.map((ctx) => committer.post([spend(ctx, "1", `round ${round}`)])),
        ),
      );
      expect(outcomes.flat().filter(isNew)).toHaveLength(40);
      expect(outcomes.flat().every(({ status }) => status === "posted")).toBe(true);
    }
  });
  const left = await Promise.all(accounts.map((ctx) => balanceOf(ctx)));
  expect(new Set(left.map(({ balance }) => balance))).toEqual(new Set([parseCredits("94")]));
});

it("gives a lone caller's repeats their first answer, whatever was guessed", async () => {
  const ctx = await accountWith("100");
  await withTwo(async ([committer]) => {
    for (const key of ["a", "b", "a", "c", "b", "d", "a"])
      expect(await committer?.post([spend(ctx, "1", key)])).toMatchObject([{ status: "posted" }]);
  });
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("96"));
});

it("never spends a grant whose time is over, however busy its wallet is", async () => {
  const ctx = await accountWith("0.5");
  await withTwo(async ([committer]) => {
    const expiresAt = new Date(Date.now() + 400);
    const gift = { type: "bonus", description: "A short one", source: "system", unit: "credit" } as const;
    const amount = parseCredits("1000");
    await committer?.post([
      grantPosting({ ...gift, accountId: ctx.accountId, amount, idempotencyKey: "gift", expiresAt }),
    ]);
    let last: Outcome | undefined;
    for (let call = 0; last?.status !== "refused"; call++)
      [last] = (await committer?.post([spend(ctx, "0.6", `call ${call}`)])) ?? [];
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime());
    expect(last).toMatchObject({ code: "insufficient_credits" });
  });
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("0.5"));
});
