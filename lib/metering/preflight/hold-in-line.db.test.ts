import { describe, expect, it } from "vitest";
import { createBudget } from "@/lib/budgets/create-budget";
import { readBudget } from "@/lib/budgets/list-budgets";
import { NewBudget } from "@/lib/budgets/schema";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { holdInLine } from "./hold-in-line";

const budgetOf = (ctx: Context, limit: string) =>
  createBudget(ctx, NewBudget.parse({ name: "Budget", scope: "account", period: "monthly", limit }));
const hold = (ctx: Context, amount: string, more: { key?: string; team?: string; mandate?: string } = {}) =>
  holdInLine(ctx, {
    amount: parseCredits(amount),
    description: "Work",
    idempotencyKey: more.key ?? newId(),
    expiresAt: null,
    scope: { ...NO_SCOPE, team: more.team ?? "", mandate: more.mandate ?? "" },
  });
const codesOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "held"));

describe("holds that wait together", () => {
  it("are judged one after the other: what fits is held, what does not is refused by itself", async () => {
    const ctx = await accountWith("100");
    const { id } = await budgetOf(ctx, "10");
    const outcomes = await Promise.allSettled(
      ["6", "5", "4", "0.000000001"].map((amount) => hold(ctx, amount)),
    );
    expect(codesOf(outcomes)).toEqual(["held", "budget_exceeded", "held", "budget_exceeded"]);
    expect(await readBudget(ctx, id)).toMatchObject({ held: "10", remaining: "0" });
  });

  it("lose nothing of a budget to work that is refused for want of credit", async () => {
    const ctx = await accountWith("10");
    const { id } = await budgetOf(ctx, "12");
    const outcomes = await Promise.allSettled(["11", "2", "10", "8"].map((amount) => hold(ctx, amount)));
    expect(codesOf(outcomes)).toEqual(["insufficient_credits", "held", "insufficient_credits", "held"]);
    expect(await readBudget(ctx, id)).toMatchObject({ held: "10" });
  });

  it("count a repeated request once, and answer it as the first time when nothing is left", async () => {
    const ctx = await accountWith("100");
    const { id } = await budgetOf(ctx, "7");
    const key = newId();
    const twice = await Promise.all([hold(ctx, "7", { key }), hold(ctx, "7", { key })]);
    twice.push(await hold(ctx, "7", { key }));
    expect(new Set(twice.map((held) => held.hold.id)).size).toBe(1);
    expect(await readBudget(ctx, id)).toMatchObject({ held: "7", remaining: "0" });
  });

  it("of several teams are all answered, those of an unknown mandate with its fault", async () => {
    const ctx = await accountWith("100");
    await budgetOf(ctx, "100");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        hold(ctx, "1", index % 5 === 0 ? { mandate: newId() } : { team: `team-${index % 3}` }),
      ),
    );
    expect(codesOf(outcomes)).toEqual(
      outcomes.map((_, index) => (index % 5 === 0 ? "invalid_request" : "held")),
    );
    expect((await balanceOf(ctx)).held).toBe(parseCredits("24"));
  });
});
