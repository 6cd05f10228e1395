import { parse } from "csv-parse/sync";
import { execFile } from "node:child_process";
import { beforeAll, expect, it } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { addDays, startOfDay, startOfMonth } from "@/lib/values/time";
import { formatUsd, parseUsd } from "@/lib/values/usd";
import { ensureDefaultRateCard } from "./import-rates";
import { exportMargins } from "./export-margins";
import { readMarginReport } from "./margin-report";
import { MARGIN_GROUPS, readMargins } from "./margins";
import { authorize, captureAuthorization } from "./preflight/authorizations";
import { NewAuthorization, NewCapture } from "./preflight/schema";
import { forgetRateCards } from "./rate-cards";
import { recordUsage } from "./record";
import { MarginsQuery } from "./schema-margins";
import { writeRateCard } from "./write-rate-card";

let operator: Operator;
beforeAll(async () => {
  await ensureDefaultRateCard();
  operator = (await testOperator()).operator;
});

const today = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };

/** Runs the command as an operator does. */
function checkMargins(): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const command = execFile(
      process.execPath,
      ["lib/cli/bin.mjs", "check-margins", "--json"],
      { env: { ...process.env, NODE_ENV: "test" } },
      (_error, out, err) => resolve({ code: command.exitCode ?? -1, out: out || err }),
    );
  });
}

it("is good over models and external spend, leaves own keys out of the ratio, and is bad when a platform charges too little", async () => {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [
    { id: "model", model: "gpt-4o", input_tokens: 1_204, output_tokens: 310 },
    { id: "actor", feature: "lead_signal_fetch", provider: "apify", cost_usd: "0.0421" },
    { id: "own", model: "gpt-4o", input_tokens: 10, byok: true },
    { id: "free", feature: "judge_run", cost_usd: "0" },
  ]);
  const { rows, total } = await readMargins(today, "feature");
  const inference = rows.find(({ name }) => name === "model_inference");
  expect(inference).toMatchObject({ calls: 2, ownKeyCalls: 1, isBelow: false, markupPpm: 1_300_000n });
  expect(formatUsd(inference?.cost ?? parseUsd("0"))).toBe("0.00611");
  expect(rows.find(({ name }) => name === "lead_signal_fetch")).toMatchObject({ isBelow: false });
  expect(total.cost).toBe(parseUsd("0.04821"));
  expect(await checkMargins()).toMatchObject({ code: 0, out: expect.stringContaining('"ok":true') });

  const { id } = await authorize(
    ctx,
    NewAuthorization.parse({ amount: "1", feature: "outreach_draft" }),
    null,
  );
  await captureAuthorization(ctx, id, NewCapture.parse({ amount: "0.1", cost_usd: "0.05" }), null);
  const after = await readMargins(today, "feature");
  expect(after.rows.filter(({ isBelow }) => isBelow).map(({ name }) => name)).toEqual(["outreach_draft"]);
  const { code, out } = await checkMargins();
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false });
}, 60_000);

const NOW = new Date("2026-11-18T10:00:00Z");
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);
const call = (day: string, more: object = {}) => ({
  ...{ id: newId(), model: "gpt-4o", input_tokens: 1_000, occurred_at: `${day}T23:59:59Z` },
  ...more,
});

/** An account that used models and a service in three months, also with a key of its own. */
async function accountThatUsed() {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [
    call("2026-09-30"),
    call("2026-10-01", { model: "o3" }),
    call("2026-11-01", { byok: true }),
    call("2026-11-15"),
    { id: newId(), feature: "lead_signal_fetch", cost_usd: "0.5", occurred_at: "2026-11-16T00:00:00Z" },
  ]);
  return ctx;
}

it("thirty days are thirty UTC days with today, as they are for customers", async () => {
  const report = await readMarginReport(operator, MarginsQuery.parse({ days: "30" }), NOW);
  expect(report).toMatchObject({ from: "2026-10-20", to: "2026-11-18" });
});

it("every grouping and every trend is of the same calls: they come to the same, for everybody and for one account, feature or model", async () => {
  const [one, other] = [await accountThatUsed(), await accountThatUsed()];
  const filters = [
    {},
    { customer: one.accountId },
    { customer: other.accountId, feature: "model_inference" },
    { model: "gpt-4o" },
  ];
  for (const filter of filters)
    for (const per of ["week", "month"] as const) {
      const asked = MarginsQuery.parse({ days: "90", per, ...filter });
      const { groups, total, trend, trendTotal } = await readMarginReport(operator, asked, NOW);
      for (const group of MARGIN_GROUPS) {
        expect(groups[group].length).toBeGreaterThan(0);
        expect(sum(groups[group].map(({ cost }) => cost))).toBe(total.cost);
        expect(sum(groups[group].map(({ revenue }) => revenue))).toBe(total.revenue);
        expect(sum(groups[group].map(({ calls }) => BigInt(calls)))).toBe(BigInt(total.calls));
      }
      expect(sum(trend.map(({ cost }) => cost))).toBe(total.cost);
      expect(sum(trend.map(({ revenue }) => revenue))).toBe(total.revenue + total.ownKeyRevenue);
      expect(sum(trend.map(({ calls }) => BigInt(calls)))).toBe(BigInt(total.calls));
      // The ratio of all of them lies between theirs.
      const ratios = trend.flatMap(({ markupPpm }) => markupPpm ?? []).toSorted((a, b) => Number(a - b));
      expect(trendTotal.markupPpm).toBeGreaterThanOrEqual(ratios[0] ?? 0n);
      expect(trendTotal.markupPpm).toBeLessThanOrEqual(ratios.at(-1) ?? 0n);
      expect(trend.length).toBe(per === "week" ? 13 : 12);
      expect(trend.slice(1).every(({ from }, at) => from === addDays(trend[at]?.to ?? from, 1))).toBe(true);
      expect(trend.at(-1)).toMatchObject({
        from: per === "week" ? "2026-11-16" : "2026-11-01",
        to: "2026-11-18",
      });
    }
  const { groups } = await readMarginReport(operator, MarginsQuery.parse({ days: "90" }), NOW);
  const named = groups.account.filter(({ value }) => [one.accountId, other.accountId].includes(value));
  expect(named.map(({ name, ownKeyCalls }) => [name, ownKeyCalls])).toEqual([
    ["Test", 1],
    ["Test", 1],
  ]);
});

it("what has no recorded cost is revenue, and in no ratio of the table or the trend", async () => {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [
    call("2026-11-15"),
    { id: newId(), feature: "judge_run", quantities: { run: "100" }, occurred_at: "2026-11-15T12:00:00Z" },
  ]);
  const asked = MarginsQuery.parse({ customer: ctx.accountId });
  const { groups, total, trend, trendTotal } = await readMarginReport(operator, asked, NOW);
  const judge = groups.feature.find(({ value }) => value === "judge_run");
  expect(judge).toMatchObject({ cost: 0n, markupPpm: null, marginPpm: null });
  expect(judge?.revenue).toBeGreaterThan(0n);
  expect(total.uncostedRevenue).toBe(judge?.revenue);
  const ratios = [total.markupPpm, trend.at(-1)?.markupPpm, trendTotal.markupPpm];
  expect(ratios).toEqual([1_300_000n, 1_300_000n, 1_300_000n]);
  expect(trend.at(-1)?.revenue).toBe(total.revenue);
});

it("the file has every row of the page, and the trend", async () => {
  const { accountId: customer } = await accountThatUsed();
  const asked = MarginsQuery.parse({ days: "90", customer });
  const { groups, total, trend } = await readMarginReport(operator, asked, NOW);
  const lines = parse(await exportMargins(operator, asked, NOW), { columns: true }) as Record<
    string,
    string
  >[];
  const of = (by: string) => lines.filter((line) => line.by === by);
  for (const group of MARGIN_GROUPS)
    expect(of(group).map(({ value, cost_usd: cost }) => [value, cost])).toEqual(
      groups[group].map(({ value, cost }) => [value, formatUsd(cost)]),
    );
  expect(of("total")).toMatchObject([{ revenue_usd: formatUsd(total.revenue), own_key_calls: "1" }]);
  const months = trend.map(({ from, revenue }) => [from, formatUsd(revenue)]);
  expect(of("month").map(({ from, revenue_usd: revenue }) => [from, revenue])).toEqual(
    months.slice(months.findIndex(([, revenue]) => revenue !== "0")),
  );
  expect(of("month").length).toBeLessThan(months.length);
});

it("a trend values each day's credit at what the account paid for it then", async () => {
  const { accountId: account, ...rest } = await accountWith("100");
  const ctx = { ...rest, accountId: account };
  const run = { feature: "judge_run", quantities: { run: "100" } };
  const runOn = (day: string) => recordUsage(ctx, [{ ...run, id: day, occurred_at: `${day}T12:00:00Z` }]);
  await cardFrom(account, "2026-10-01", "0.2");
  await runOn("2026-10-09");
  await cardFrom(account, "2026-10-10", "0.05");
  await runOn("2026-10-10");
  await runOn("2026-11-02");
  const { trend } = await readMarginReport(operator, MarginsQuery.parse({ customer: account }), NOW);
  expect(trend.slice(-3).map(({ revenue }) => formatUsd(revenue))).toEqual(["0", "0.25", "0.05"]);
  expect(trend.slice(-3).map(({ charge }) => formatCredits(charge))).toEqual(["0", "2", "1"]);
  expect(trend[0]?.from).toBe(startOfMonth("2025-12-01"));
});

/** An account's own card, in force from a day on: a hundredth of an ECU for a run. */
async function cardFrom(accountId: string, day: string, creditValue: string): Promise<void> {
  const entry = {
    feature: "judge_run",
    operation: "",
    model: "",
    hardware: "",
    meter: "run",
    markupPpm: null,
  };
  await acrossAccounts((tx) =>
    writeRateCard(sqlOf(tx), {
      ...{ accountId, priceList: null, creditValue: parseUsd(creditValue), note: "", createdBy: "test" },
      validFrom: startOfDay(day),
      entries: [{ ...entry, price: parseCredits("0.01"), per: 1n, floor: nano(0n), unit: "credit" }],
    }),
  );
  forgetRateCards();
}
