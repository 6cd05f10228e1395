import { beforeAll, expect, it } from "vitest";
import { accountWith } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { exportUsageEvents } from "./export-usage-events";
import { ensureDefaultRateCard } from "./import-rates";
import { recordUsage } from "./record";
import { type EventsAsked, listUsageEvents, readUsageEvent } from "./usage-events";

beforeAll(() => ensureDefaultRateCard());

/** Twelve calls on three days, four of them at the same moment. */
async function called(): Promise<Context> {
  const ctx = await accountWith("10");
  const hours = [0, 0, 12, 23];
  const days = ["2026-10-01", "2026-10-02", "2026-10-05"];
  await recordUsage(
    ctx,
    days.flatMap((day, no) =>
      hours.map((hour, at) => ({
        id: `${no}-${at}`,
        model: at === 1 ? "o3" : "gpt-4o",
        operation: "chat",
        cost_usd: "0.01",
        ...(no === 2 && { project: "atlas" }),
        occurred_at: `${day}T${String(hour).padStart(2, "0")}:00:00Z`,
      })),
    ),
  );
  return ctx;
}

async function all(ctx: Context, asked: EventsAsked, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const { rows, next } = await listUsageEvents(ctx, asked, { before, limit });
    expect(rows.length).toBeLessThanOrEqual(limit);
    ids.push(...rows.map(({ id }) => id));
    before = next ?? undefined;
  } while (before !== undefined);
  return ids;
}

it("lists every event once, newest first, however it is paged", async () => {
  const ctx = await called();
  const whole = await all(ctx, {}, 1_000);
  expect(whole).toEqual(["2", "1", "0"].flatMap((day) => [`${day}-3`, `${day}-2`, `${day}-1`, `${day}-0`]));
  for (const limit of [1, 3, 4, 11]) expect(await all(ctx, {}, limit)).toEqual(whole);
});

it("keeps to the days and the filter of the sums that it stands behind", async () => {
  const ctx = await called();
  expect(await all(ctx, { from: "2026-10-02", to: "2026-10-02" }, 3)).toEqual(["1-3", "1-2", "1-1", "1-0"]);
  expect(await all(ctx, { filter: { model: "o3" } }, 2)).toEqual(["2-1", "1-1", "0-1"]);
  expect(
    await all(ctx, { filter: { project: "atlas", category: "inference" }, to: "2026-10-31" }, 50),
  ).toHaveLength(4);
  expect(await all(ctx, { filter: { category: "storage" } }, 50)).toEqual([]);
});

it("names the row that charged an event, which another account does not find", async () => {
  const [ctx, other] = [await called(), await accountWith("1")];
  const event = await readUsageEvent(ctx, "2-3");
  expect(event).toMatchObject({ charge: "0.13", cost_usd: "0.01", category: "inference", unit: "credit" });
  expect(event.transaction_id).toMatch(/^txn_[0-9a-f]{32}c[0-9]+$/);
  await expect(readUsageEvent(other, "2-3")).rejects.toThrow(Refusal);
  await expect(listUsageEvents(other, {}, { before: "2-3" })).rejects.toThrow(Refusal);
});

it("exports the list, and no cell that a spreadsheet would run", async () => {
  const ctx = await called();
  await recordUsage(ctx, [{ id: "=x", cost_usd: "0.01", occurred_at: "2026-10-09T00:00:00Z" }]);
  const text = await new Response(exportUsageEvents(ctx, {})).text();
  const [head, ...lines] = text.trimEnd().split("\n");
  expect(head?.startsWith("id,occurred_at,")).toBe(true);
  expect(lines.map((line) => line.split(",")[0])).toEqual([
    "'=x",
    ...(await all(ctx, { to: "2026-10-05" }, 50)),
  ]);
});
