import { beforeAll, describe, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { openHold } from "@/lib/ledger/holds";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { giveOwnCard, rateEntry } from "@/lib/testing/rate-cards";
import type { Context } from "@/lib/values/context";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { explainCharge } from "./explain-charge";
import { ensureDefaultRateCard } from "./import-rates";
import { settleWork } from "./preflight/settle-work";
import { worstCaseOf } from "./preflight/worst-case";
import { recordUsage } from "./record";
import type { UsageAnswer } from "./usage-answer";

beforeAll(() => ensureDefaultRateCard());

/** Ten runs at 1, from there on at 0.4. */
const RUNS = rateEntry({
  feature: "judge_run",
  meter: "run",
  price: parseCredits("1"),
  tiers: [{ above: 10_000_000n, price: parseCredits("0.4"), markupPpm: null }],
});

async function tieredAccount(credit = "1000"): Promise<Context> {
  const ctx = await accountWith(credit);
  await giveOwnCard(ctx.accountId, [RUNS]);
  return ctx;
}

const runs = (id: string, run: string, more: object = {}) => ({
  ...{ id, feature: "judge_run", quantities: { run } },
  ...more,
});

async function balance(ctx: Context): Promise<string> {
  return formatCredits(nano((await balanceOf(ctx)).balance));
}

function volumes({ accountId }: Context): Promise<{ month: string; quantity: string }[]> {
  return readInAccount(accountId, (sql) =>
    sql.query(
      "SELECT month::text AS month, quantity::text AS quantity FROM usage_volumes WHERE account_id = $1::uuid ORDER BY month",
      [accountId],
    ),
  );
}

async function expectExplained(ctx: Context, answers: readonly UsageAnswer[]): Promise<void> {
  for (const { transaction_id: id } of answers) {
    if (!id) throw new Error("the event has no row");
    expect((await explainCharge(ctx, id)).charge?.matches).toBe(true);
  }
}

describe("volume tiers", () => {
  it("leave what lies below a border at the price below it, and the row says so", async () => {
    const ctx = await tieredAccount();
    const answers = await recordUsage(ctx, [runs("a", "8"), runs("b", "4"), runs("c", "1")]);
    expect(answers.map(({ charge }) => charge)).toEqual(["8", "2.8", "0.4"]);
    await expectExplained(ctx, answers);
    const { charge } = await explainCharge(ctx, answers[1]?.transaction_id ?? "");
    expect(charge?.parts[0]?.tiers).toEqual([
      { above: "0", quantity: "2", price: "1", markup: null },
      { above: "10", quantity: "2", price: "0.4", markup: null },
    ]);
    expect(charge?.steps.join("\n")).toContain("tier above 10");
  });

  it("are charged exactly however many events arrive at once, and every one can be explained", async () => {
    const ctx = await tieredAccount();
    const sent = Array.from({ length: 60 }, (_, index) => recordUsage(ctx, [runs(`e${index}`, "0.5")]));
    const answers = (await Promise.all(sent)).flat();
    // 30 runs: 10 at 1, 20 at 0.4.
    expect(await balance(ctx)).toBe("982");
    expect(await volumes(ctx)).toMatchObject([{ quantity: "30000000" }]);
    await expectExplained(ctx, answers);
  });

  it("are not moved by known ids, by refused events, or by ids that come twice in a request", async () => {
    const ctx = await tieredAccount("12");
    await recordUsage(ctx, [runs("a", "9")]);
    const again = await recordUsage(ctx, [
      runs("a", "9"),
      runs("too-much", "100", { enforce: true }),
      runs("b", "2"),
      runs("b", "2"),
      runs("a", "8"),
    ]);
    expect(again.map(({ result }) => result)).toEqual([
      "replayed",
      "refused",
      "charged",
      "replayed",
      "refused",
    ]);
    expect(again[2]?.charge).toBe("1.4");
    expect(await volumes(ctx)).toMatchObject([{ quantity: "11000000" }]);
  });

  it("begin anew with each UTC month, by when the calls ran", async () => {
    const ctx = await tieredAccount();
    const answers = await recordUsage(ctx, [
      runs("late", "12", { occurred_at: "2026-09-30T23:59:59.999Z" }),
      runs("early", "12", { occurred_at: "2026-10-01T00:00:00Z" }),
      runs("later", "1", { occurred_at: "2026-09-30T12:00:00Z" }),
    ]);
    expect(answers.map(({ charge }) => charge)).toEqual(["10.8", "10.8", "0.4"]);
    expect(await volumes(ctx)).toEqual([
      { month: "2026-09-01", quantity: "13000000" },
      { month: "2026-10-01", quantity: "12000000" },
    ]);
  });

  it("of a markup count the real cost, and never go below it", async () => {
    const ctx = await accountWith("1000");
    const tiers = [{ above: parseUsd("10"), price: null, markupPpm: 1_000_000n }];
    await giveOwnCard(ctx.accountId, [rateEntry({ markupPpm: 1_500_000n, tiers })]);
    const answers = await recordUsage(ctx, [
      { id: "a", cost_usd: "8" },
      { id: "b", cost_usd: "4" },
      { id: "c", cost_usd: "0.5" },
    ]);
    expect(answers.map(({ charge }) => charge)).toEqual(["120", "50", "5"]);
    await expectExplained(ctx, answers);
  });

  it("are estimated at their dearest, and captured at where the month stands", async () => {
    const ctx = await tieredAccount();
    await recordUsage(ctx, [runs("a", "9")]);
    const worst = await worstCaseOf(
      ctx,
      [{ feature: "judge_run", quantities: { run: "4" }, input_tokens: 0, max_output_tokens: 0 }].map(
        (operation) => ({ ...operation, cache_write_tokens: 0, byok: false, replicas: 1, count: 1 }),
      ),
      new Date(),
    );
    expect(worst.amount).toBe(parseCredits("4"));
    const expiresAt = new Date(Date.now() + 60_000);
    const { hold } = await openHold(ctx, {
      ...{ amount: worst.amount, description: "judging", idempotencyKey: "h", expiresAt },
    });
    const usage = { feature: "judge_run", quantities: { run: "4" } };
    const settle = () =>
      settleWork(ctx, hold.id, { used: { usage }, eventId: "captured", overage: "refuse" });
    const { event, replayed } = await settle();
    expect([formatCredits(event.charge), replayed]).toEqual(["2.2", false]);
    expect((await settle()).replayed).toBe(true);
    expect(await volumes(ctx)).toMatchObject([{ quantity: "13000000" }]);
    expect(await balance(ctx)).toBe("988.8");
  });
});
