import { beforeAll, describe, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { openHoldWithin } from "@/lib/ledger/holds";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import type { WorkScope } from "@/lib/ledger/types";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { holdWork } from "@/lib/metering/preflight/hold-work";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { type Context, systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { add, formatCredits, nano, parseCredits } from "@/lib/values/money";
import { changeBudget } from "./change-budget";
import { createBudget } from "./create-budget";
import { lockLimits, requireWithin } from "./limits";
import { readBudget } from "./list-budgets";
import { type NewBudget, NewBudget as Schema } from "./schema";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

const make = (ctx: Context, budget: Partial<NewBudget> & { limit: string }) =>
  createBudget(ctx, Schema.parse({ name: "Budget", scope: "account", period: "monthly", ...budget }));
const hold = (ctx: Context, scope: Partial<WorkScope> = {}, amount = "1") =>
  holdWork(ctx, {
    amount: parseCredits(amount),
    description: "Work",
    idempotencyKey: newId(),
    expiresAt: null,
    scope: { ...NO_SCOPE, ...scope },
  });
const fulfilled = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === "fulfilled").length;
async function heldBy(ctx: Context): Promise<string> {
  return formatCredits(nano((await balanceOf(ctx)).held));
}

describe("a hard budget", () => {
  it("for a hundred among five hundred that arrive at once lets exactly a hundred run", async () => {
    const ctx = await accountWith("1000");
    const { id } = await make(ctx, { limit: "100" });
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => hold(ctx)));
    const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(["budget_exceeded"]));
    expect(fulfilled(outcomes)).toBe(100);
    expect(await heldBy(ctx)).toBe("100");
    expect(await readBudget(ctx, id)).toMatchObject({ held: "100", remaining: "0", used_percent: 100 });
  });

  it("is not overspent where several cover the same work, whatever the order in which they are asked", async () => {
    const ctx = await accountWith("1000");
    await make(ctx, { limit: "30" });
    const a = await make(ctx, { limit: "20", scope: "feature", scope_value: "judge_run" });
    const b = await make(ctx, { limit: "20", scope: "feature", scope_value: "tool_run" });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) => hold(ctx, { feature: index % 3 ? "judge_run" : "tool_run" })),
    );
    expect(fulfilled(outcomes)).toBe(30);
    for (const { id } of [a, b]) expect(Number((await readBudget(ctx, id)).held)).toBeLessThanOrEqual(20);
    expect(await heldBy(ctx)).toBe("30");
  });

  it("begins at zero at its UTC boundary, not a millisecond before", async () => {
    const ctx = await accountWith("1000");
    const lastMoment = new Date("2026-01-31T23:59:59.999Z");
    const [used] = await recordUsage(ctx, [
      { id: newId(), model: "gpt-4o", cost_usd: "0.5", occurred_at: lastMoment.toISOString() },
    ]);
    const limit = formatCredits(add(parseCredits(used?.charge ?? ""), parseCredits("2")));
    for (const period of ["daily", "monthly"] as const) await make(ctx, { limit, period });
    const holdAt = (now: Date) =>
      inAccount(ctx.accountId, async (tx) => {
        requireWithin(await lockLimits(tx, ctx.accountId, NO_SCOPE, now), parseCredits("2.000000001"));
        return openHoldWithin(tx, ctx, {
          amount: parseCredits("2.000000001"),
          description: "Work",
          idempotencyKey: newId(),
          expiresAt: null,
        });
      });
    await expect(holdAt(lastMoment)).rejects.toThrow(/resets at 2026-02-01T00:00:00.000Z/);
    await holdAt(new Date(lastMoment.getTime() + 1));
    expect(await heldBy(ctx)).toBe("2.000000001");
  });

  it("whose limit is lowered while work arrives is never above the larger of both, and refuses from then on", async () => {
    const ctx = await accountWith("1000");
    const { id } = await make(ctx, { limit: "40" });
    const [outcomes] = await Promise.all([
      Promise.allSettled(Array.from({ length: 60 }, () => hold(ctx))),
      changeBudget(ctx, id, { limit: "10" }),
    ]);
    const held = Number((await readBudget(ctx, id)).held);
    expect(held).toBe(fulfilled(outcomes));
    expect(held).toBeLessThanOrEqual(40);
    expect(held).toBeGreaterThanOrEqual(10);
    await expect(hold(ctx)).rejects.toMatchObject({ code: "budget_exceeded" });
  });

  it("of one account is nothing to another", async () => {
    const [ctx, other] = [await accountWith("10"), await accountWith("10")];
    await make(ctx, { limit: "1" });
    await hold(systemContext(other.accountId, "test"), {}, "5");
    await expect(hold(ctx, {}, "5")).rejects.toMatchObject({ code: "budget_exceeded" });
  });
});
