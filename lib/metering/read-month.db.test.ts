import { beforeAll, expect, it } from "vitest";
import { accountSince, accountWith, postAt } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { ensureDefaultRateCard } from "./import-rates";
import { readMonth } from "./read-month";
import { recordUsage } from "./record";

beforeAll(() => ensureDefaultRateCard());

/** An account that spent one credit at each of these times. */
async function spentAt(...times: string[]): Promise<Context> {
  const ctx = await accountSince("2026-01-01T00:00:00Z");
  for (const time of times) await postAt(ctx, time, "spend", "-1");
  return ctx;
}

const shown = async (ctx: Context, today: string) => {
  const { now, before } = await readMonth(ctx, today);
  return [now, before].map(({ from, to, cost }) => `${from} ${to} ${formatCredits(cost)}`);
};

it("compares this month so far with the same days of the month before", async () => {
  const ctx = await spentAt(
    "2026-03-31T23:00:00Z",
    "2026-04-01T00:00:00Z",
    "2026-04-10T23:59:59Z",
    "2026-04-11T00:00:00Z",
    "2026-05-01T00:00:00Z",
    "2026-05-10T12:00:00Z",
    "2026-05-10T23:59:59Z",
  );
  expect(await shown(ctx, "2026-05-10")).toEqual(["2026-05-01 2026-05-10 3", "2026-04-01 2026-04-10 2"]);
});

it.each([
  ["2026-03-31", "2026-02-01 2026-02-28 1"],
  ["2028-03-30", "2028-02-01 2028-02-29 0"],
  ["2026-01-15", "2025-12-01 2025-12-15 0"],
  ["2026-03-01", "2026-02-01 2026-02-01 0"],
])("on %s looks back at %s", async (today, before) => {
  const ctx = await spentAt("2026-02-28T12:00:00Z");
  expect((await shown(ctx, today))[1]).toBe(before);
});

it("counts calls and tokens by the day when they happened", async () => {
  const ctx = await accountWith("10");
  const today = utcDay(new Date());
  const call = { model: "gpt-4o", operation: "chat", input_tokens: 1_000, output_tokens: 10 };
  await recordUsage(ctx, [
    { ...call, id: "a" },
    { ...call, id: "b", occurred_at: `${addDays(today, -70)}T12:00:00Z` },
  ]);
  const { now } = await readMonth(ctx, today);
  expect(now).toMatchObject({ calls: 1, events: 1, tokens: 1_010 });
  // Both were charged today, and one of them ran today.
  expect(now.cost).toBe(2n * now.used);
});

it("counts as calls what was called, not the hours of machines and the days of storage", async () => {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [
    { id: "call", model: "gpt-4o", operation: "chat", input_tokens: 1_000, output_tokens: 10 },
    { id: "run", feature: "tool_run", quantities: { run: "1" } },
    { id: "days", feature: "storage", quantities: { gb_day: "5" } },
    { id: "hours", feature: "gpu_instance", hardware: "l4", quantities: { hour: "1" } },
  ]);
  const { now } = await readMonth(ctx, utcDay(new Date()));
  expect(now).toMatchObject({ calls: 2, events: 4 });
});
