import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { createTeam } from "@/lib/accounts/teams";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { chargedGroups, shownCharges } from "@/lib/metering/rules/shown-charges";
import { readUsage } from "@/lib/metering/usage";
import { grant } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { exportConsumption } from "./export-consumption";
import { readConsumption } from "./read-consumption";
import { readRates } from "./read-rates";
import { CONSUMERS, ConsumptionAnswer } from "./schema";
import { consumptionAnswer } from "./answer";

beforeAll(() => ensureDefaultRateCard());

const NOW = new Date("2026-11-21T10:00:00Z");

async function accountThatUsed(): Promise<Context> {
  const { ctx, person } = await testPerson();
  await grant(ctx, "1000");
  await createTeam(ctx, { name: "Blue Team", slug: "blue" });
  const meter = { ...ctx, permissions: new Set(PERMISSIONS) };
  const events = Array.from({ length: 60 }, (_, index) => ({
    id: `call-${index}`,
    model: ["gpt-4o", "gpt-4o-mini", "o3"][index % 3] ?? "o3",
    operation: "chat",
    input_tokens: 1_000 + 37 * index,
    output_tokens: 11 * index,
    ...(index % 4 > 0 && { member: index % 4 === 1 ? person.email : `user-${index % 7}@example.com` }),
    ...(index % 5 === 0 && { team: "blue" }),
    // From the end of September to today, also in the last second of a day.
    occurred_at: new Date(Date.parse("2026-11-20T23:59:59Z") - index * 86_400_000).toISOString(),
  }));
  const answers = await recordUsage(meter, events);
  expect(answers.every(({ result }) => result === "charged")).toBe(true);
  return ctx;
}

it("comes to the same total in every part, which is that of usage, also where only few are named", async () => {
  const ctx = await accountThatUsed();
  for (const per of ["day", "month"] as const) {
    const report = await readConsumption(ctx, { from: "2026-10-05", to: "2026-11-21", per, top: 2 }, NOW);
    const { totals } = await readUsage(ctx, { from: "2026-10-05", to: "2026-11-21", groupBy: [] });
    expect(report.totals.charge).toBe(totals.charge);
    expect(report.totals.calls).toBe(totals.calls);
    expect(sumOf(report.periods.map(({ charge }) => charge))).toBe(totals.charge);
    expect(sumOf(report.periods.flatMap(({ jobs }) => jobs.map(({ charge }) => charge)))).toBe(totals.charge);
    for (const kind of CONSUMERS) {
      const { rows, other } = report.top[kind];
      expect(rows.length).toBeLessThanOrEqual(2);
      expect(sumOf([...rows, ...(other ? [other] : [])].map(({ charge }) => charge))).toBe(totals.charge);
      expect(sumOf([...rows, ...(other ? [other] : [])].map(({ before }) => before))).toBe(
        report.totals.before,
      );
      const shares = [...rows, ...(other ? [other] : [])].map(({ share_percent: share }) => share.toString());
      expect(sumOf(shares)).toBe("100");
    }
    const before = await readUsage(ctx, { ...report.before, groupBy: [] });
    expect(report.totals.before).toBe(before.totals.charge);
    expect(report.periods.length).toBe(per === "day" ? 48 : 2);
  }
});

it("compares with the same days of the month before where that is asked for, and with no day between", async () => {
  const ctx = await accountThatUsed();
  const asked = { from: "2026-11-01", to: "2026-11-18", per: "day", top: 2, compare: "month" } as const;
  const report = await readConsumption(ctx, asked, NOW);
  expect(report.before).toEqual({ from: "2026-10-01", to: "2026-10-18" });
  const then = await readUsage(ctx, { ...report.before, groupBy: [] });
  expect(report.totals.before).toBe(then.totals.charge);
  expect(then.totals.calls).toBeGreaterThan(10);
  const { totals } = await readUsage(ctx, { from: asked.from, to: asked.to, groupBy: [] });
  expect([report.totals.calls, report.totals.charge]).toEqual([totals.calls, totals.charge]);
  for (const kind of CONSUMERS) {
    const { rows, other } = report.top[kind];
    expect(sumOf([...rows, ...(other ? [other] : [])].map(({ before }) => before))).toBe(then.totals.charge);
  }
});

it("writes each figure as the pages of usage do, however few are named, and all of them come to the total as it is written", async () => {
  const ctx = await accountThatUsed();
  const days = { from: "2026-10-05", to: "2026-11-21" };
  for (const kind of CONSUMERS) {
    const { rows } = await readUsage(ctx, { ...days, groupBy: [kind, "category"] });
    const usage = shownCharges(chargedGroups(rows, (row) => row[kind] ?? ""));
    for (const top of [1, 2, 50]) {
      const { shown, top: named } = await readConsumption(ctx, { ...days, per: "day", top }, NOW);
      expect(shown.total).toBe(usage.total);
      named[kind].rows.forEach(({ value, share_percent }, at) => {
        expect(shown.top[kind][at]).toBe(usage.groups.get(value)?.all);
        expect(share_percent.toString()).toBe(usage.groups.get(value)?.share);
      });
      expect(shown.top[kind]).toHaveLength(named[kind].rows.length + (named[kind].other ? 1 : 0));
      expect(sumOf(shown.top[kind])).toBe(usage.total);
      expect(sumOf([...shown.periods.values()])).toBe(usage.total);
      expect(sumOf([...shown.features.values()])).toBe(usage.total);
    }
  }
});

it("calls people and teams by their names, and what named none by that", async () => {
  const ctx = await accountThatUsed();
  const { top } = await readConsumption(ctx, { per: "day", top: 20 }, NOW);
  expect(top.member.rows.map(({ name }) => name)).toContain("Ada Test");
  expect(top.member.rows.map(({ name }) => name)).toContain("No member");
  expect(top.team.rows.map(({ name }) => name).sort()).toEqual(["Blue Team", "No team"]);
  expect(top.feature.rows).toMatchObject([{ name: "Model inference", share_percent: 100 }]);
});

it("is exported as it is read, and answered as it is described", async () => {
  const ctx = await accountThatUsed();
  const asked = { from: "2026-11-01", to: "2026-11-21", per: "day", top: 3 } as const;
  const report = await readConsumption(ctx, asked, NOW);
  const lines = parse(await exportConsumption(ctx, asked), { columns: true }) as Record<string, string>[];
  const of = (by: string) => lines.filter((line) => line.by === by).map(({ charge }) => charge ?? "");
  expect(of("day")).toEqual(report.periods.map(({ charge }) => charge));
  for (const kind of CONSUMERS) expect(sumOf(of(kind))).toBe(report.totals.charge);
  expect(of("total")).toEqual([report.totals.charge]);
  const answer = await consumptionAnswer(ctx, asked, NOW);
  expect(ConsumptionAnswer.parse(answer)).toMatchObject({ balance: expect.any(String), per: "day" });
});

it("refuses days that are not in order, and more than a year of them", async () => {
  const { ctx } = await testPerson();
  const asked = { per: "day", top: 5 } as const;
  await expect(
    readConsumption(ctx, { ...asked, from: "2026-11-02", to: "2026-11-01" }),
  ).rejects.toMatchObject({
    code: "invalid_request",
  });
  await expect(
    readConsumption(ctx, { ...asked, from: "0001-01-01", to: "2026-11-01" }),
  ).rejects.toMatchObject({
    code: "invalid_request",
  });
  const { totals, top, periods } = await readConsumption(ctx, asked, NOW);
  expect(totals.charge).toBe("0");
  expect(top.model).toEqual({ rows: [], other: null });
  expect(periods).toHaveLength(30);
});

it("names the days of the average, among which today is not", async () => {
  const ctx = await accountThatUsed();
  const [, average] = await readRates(ctx, NOW);
  expect(average?.label).toBe("Daily average, 14 – 20 Nov");
  const { totals } = await readConsumption(
    ctx,
    { from: "2026-11-14", to: "2026-11-20", per: "day", top: 5 },
    NOW,
  );
  const nanos = (credits: string) => BigInt(Math.round(Number(credits) * 1e9));
  expect(nanos(average?.value ?? "")).toBe(nanos(totals.charge) / 7n);
});
