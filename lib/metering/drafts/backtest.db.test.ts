import { beforeAll, describe, expect, it } from "vitest";
import { operatorOf } from "@/lib/accounts/operator";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { parseCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { ensureDefaultRateCard } from "../import-rates";
import { recordUsage } from "../record";
import { backtestDraft } from "./backtest";
import { createDraft, readDraft, saveDraft } from "./drafts";
import type { DraftEntry } from "./schema";

beforeAll(() => ensureDefaultRateCard());

/** A draft for everyone or one account, with its entries as `change` makes them of the card's. */
async function draftWith(accountId: string | null, change: (entries: DraftEntry[]) => DraftEntry[]) {
  const { person } = await testPerson();
  const by = operatorOf({ ...person, isOperator: true }, "req_test");
  const id = await createDraft(by, { name: "What if", accountId });
  const entries = change((await readDraft(by, id)).entries);
  await saveDraft(by, { id, revision: 1, name: "What if", note: "", validFrom: null, entries });
  return { by, id };
}

const judge = (id: string, more: object = {}) => ({
  ...{ id, feature: "judge_run", quantities: { run: "1" } },
  ...more,
});
const chat = (id: string, more: object = {}) => ({
  ...{ id, model: "gpt-4o", input_tokens: 1_204, output_tokens: 310 },
  ...more,
});
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const RUN: DraftEntry = {
  ...{ feature: "judge_run", operation: "", model: "", hardware: "", meter: "run", unit: "credit" },
  ...{ price: "1", per: "1", markup: "", floor: "0", tiers: [] },
};

describe("a backtest", () => {
  it("of an unchanged card differs in nothing and ties to the ledger, over more than a page of events", async () => {
    const ctx = await accountWith("100");
    for (const part of [0, 1, 2]) {
      const ids = Array.from({ length: 750 }, (_, index) => `e${part}-${index}`);
      await recordUsage(
        ctx,
        ids.map((id, at) => (at % 3 === 0 ? judge(id) : chat(id, { byok: at % 5 === 0 }))),
      );
    }
    await recordUsage(ctx, [
      { id: "tool", feature: "tool_run" },
      chat("house", { model: "house", cost_usd: "0.1" }),
    ]);
    const { by, id } = await draftWith(null, (entries) => entries);
    const { accounts } = await backtestDraft(by, id);
    const found = accounts.find(({ accountId }) => accountId === ctx.accountId);
    expect(found).toMatchObject({ events: 2_252, zeroOn: null });
    for (const { tally } of found?.features ?? []) {
      expect(tally.newCharge).toBe(tally.oldCharge);
      expect(tally.newWorth).toBe(tally.oldWorth);
      expect(tally.unpriced).toBe(0);
    }
    const credit = found?.features.filter(({ tally }) => tally.unit === "credit") ?? [];
    const charged = credit.reduce((sum, { tally }) => sum + tally.oldCharge, 0n);
    expect(parseCredits("100") - charged).toBe((await balanceOf(ctx)).balance);
    expect(found?.features.find(({ tally }) => tally.unit === "tool_run")?.tally.oldCharge).toBe(1n);
  });

  it("says who pays more by how much, with which margin, and when their credit would have been used up", async () => {
    const [rich, poor] = [await accountWith("1000"), await accountWith("1")];
    for (const ctx of [rich, poor])
      await recordUsage(ctx, [judge("a"), judge("b"), judge("old", { occurred_at: daysAgo(40) })]);
    const { by, id } = await draftWith(null, (entries) =>
      entries.map((entry) => (entry.feature === "judge_run" && entry.meter === "run" ? RUN : entry)),
    );
    const { accounts, features } = await backtestDraft(by, id);
    const of = (accountId: string) => accounts.find((account) => account.accountId === accountId);
    const [tally] = of(rich.accountId)?.features.map((feature) => feature.tally) ?? [];
    expect(tally).toMatchObject({
      ...{ calls: 2, oldCharge: parseCredits("0.02"), newCharge: parseCredits("2") },
    });
    expect(of(rich.accountId)?.zeroOn).toBeNull();
    expect(of(poor.accountId)?.zeroOn).toBe(utcDay(new Date()));
    const judged = features.find(({ feature }) => feature === "judge_run")?.tally;
    const parts = accounts.flatMap((account) =>
      account.features.filter(({ feature }) => feature === "judge_run").map((part) => part.tally.newCharge),
    );
    expect(judged?.newCharge).toBe(parts.reduce((sum, part) => sum + part, 0n));
  });

  it("reckons a margin of what has a recorded cost alone", async () => {
    const ctx = await accountWith("100");
    await recordUsage(ctx, [judge("a"), chat("b")]);
    const { by, id } = await draftWith(null, (entries) => entries);
    const { accounts } = await backtestDraft(by, id);
    const found = accounts.find(({ accountId }) => accountId === ctx.accountId)?.features ?? [];
    const worthOf = (name: string) => found.find(({ feature }) => feature === name)?.tally;
    expect(worthOf("judge_run")).toMatchObject({ cost: 0n, oldWorth: 0n, newWorth: 0n });
    expect(worthOf("judge_run")?.oldCharge).toBeGreaterThan(0n);
    const chats = worthOf("model_inference");
    expect(chats?.cost).toBeGreaterThan(0n);
    expect(chats?.oldWorth).toBe((chats?.oldCharge ?? 0n) * 100_000_000_000n);
  });

  it("of tiers counts the month up as charging would have done", async () => {
    const ctx = await accountWith("100");
    await recordUsage(ctx, [
      judge("a", { quantities: { run: "8" } }),
      judge("b", { quantities: { run: "4" } }),
    ]);
    const tiers = [{ above: "10", price: "0.4", markup: "" }];
    const { by, id } = await draftWith(ctx.accountId, () => [{ ...RUN, tiers }]);
    const { accounts } = await backtestDraft(by, id);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.features[0]?.tally.newCharge).toBe(parseCredits("10.8"));
  });

  it("counts the calls that the draft has no price for, and charges nothing for them", async () => {
    const ctx = await accountWith("100");
    await recordUsage(ctx, [judge("a"), chat("b")]);
    const { by, id } = await draftWith(null, (entries) =>
      entries.filter(({ feature }) => feature !== "judge_run"),
    );
    const { accounts } = await backtestDraft(by, id);
    const found = accounts.find(({ accountId }) => accountId === ctx.accountId);
    const judged = found?.features.find(({ feature }) => feature === "judge_run")?.tally;
    expect(judged).toMatchObject({ calls: 1, unpriced: 1, newCharge: 0n });
  });
});
