import { beforeAll, expect, it } from "vitest";
import { accountWith } from "@/lib/testing/accounts";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { exportUsage } from "./export-usage";
import { ensureDefaultRateCard } from "./import-rates";
import { recordUsage } from "./record";
import { readUsageCompared } from "./usage-compared";

beforeAll(() => ensureDefaultRateCard());

const days = { from: "2026-10-04", to: "2026-10-06" };

async function account() {
  const ctx = await accountWith("100");
  const call = (id: string, day: string, model: string, usd: string) => ({
    ...{ id, model, operation: "chat", cost_usd: usd, occurred_at: `${day}T12:00:00Z` },
  });
  await recordUsage(ctx, [
    call("a", "2026-10-01", "gpt-4o", "0.01"),
    call("b", "2026-10-02", "o3", "0.02"),
    call("c", "2026-10-04", "gpt-4o", "0.04"),
    call("d", "2026-10-06", "gpt-4o", "0.08"),
    call("e", "2026-10-07", "gpt-4o", "1"),
  ]);
  return ctx;
}

it("stands each row beside the same group on the day that many days before", async () => {
  const ctx = await account();
  const { rows, totals, before } = await readUsageCompared(ctx, {
    ...days,
    groupBy: ["day", "model"],
    compare: "previous",
  });
  expect(rows.map(({ day, model, charge, before }) => [day, model, charge, before?.charge ?? null])).toEqual([
    ["2026-10-06", "gpt-4o", "1.04", null],
    ["2026-10-05", "o3", "0", "0.26"],
    ["2026-10-04", "gpt-4o", "0.52", "0.13"],
  ]);
  expect(before).toMatchObject({ from: "2026-10-01", to: "2026-10-03" });
  expect(sumOf(rows.map(({ charge }) => charge))).toBe(totals.charge);
  expect(sumOf(rows.map((row) => row.before?.charge ?? "0"))).toBe(before?.totals.charge);
});

it("exports the comparison beside the rows", async () => {
  const ctx = await account();
  const query = { ...days, groupBy: ["model"], compare: "previous" } as const;
  const text = await new Response(await exportUsage(ctx, query)).text();
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const at = (name: string) => head?.indexOf(name) ?? -1;
  expect(lines.map((line) => [line[0], line[at("charge")], line[at("charge_before")]])).toEqual([
    ["gpt-4o", "1.56", "0.13"],
    ["o3", "0", "0.26"],
  ]);
});
