import { beforeAll, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { readCosts } from "@/lib/ledger/read-costs";
import { accountWith } from "@/lib/testing/accounts";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { formatCredits, sub } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { ensureDefaultRateCard } from "./import-rates";
import { recordUsage } from "./record";
import { readUsage } from "./usage";
import { listUsageEvents } from "./usage-events";

// The process and the database each think of another day than UTC does.
process.env.TZ = "America/Los_Angeles";
process.env.PGOPTIONS = "-c timezone=Pacific/Kiritimati";

beforeAll(() => ensureDefaultRateCard());

it("counts calls on the UTC day, wherever the process and the database believe to be", async () => {
  const ctx = await accountWith("10");
  const [zone] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ TimeZone: string }>("SHOW timezone"),
  );
  expect(zone?.TimeZone).toBe("Pacific/Kiritimati");
  expect(new Date("2026-01-01T12:00:00Z").getTimezoneOffset()).toBe(480);
  const times = ["2026-10-01T00:00:00.000Z", "2026-10-01T23:59:59.999Z", "2026-10-02T00:00:00.000Z"];
  await recordUsage(
    ctx,
    times.map((occurred_at, no) => ({ id: `e${no}`, model: "gpt-4o", cost_usd: "0.01", occurred_at })),
  );
  const { rows, totals } = await readUsage(ctx, { groupBy: ["day"] });
  expect(rows.map(({ day, calls }) => [day, calls])).toEqual([
    ["2026-10-02", 1],
    ["2026-10-01", 2],
  ]);
  const { rows: events } = await listUsageEvents(ctx, { from: "2026-10-01", to: "2026-10-01" });
  expect(events.map(({ id }) => id)).toEqual(["e1", "e0"]);
  expect(events.map(({ occurred_at }) => occurred_at)).toEqual([times[1], times[0]]);
  // The days add up to the range, and the range to the ledger.
  expect(sumOf(rows.map(({ charge }) => charge))).toBe(totals.charge);
  const today = utcDay(new Date());
  expect(formatCredits(await readCosts(ctx, "2026-10-01", today))).toBe(totals.charge);
});

it("says the same by category, by model and by day", async () => {
  const ctx = await accountWith("50");
  const features = ["model_inference", "judge_run", "lead_enrichment", "a_feature_of_their_own"];
  await recordUsage(
    ctx,
    features.map((feature, no) => ({
      id: feature,
      feature,
      cost_usd: `0.0${no + 1}`,
      occurred_at: "2026-10-01T08:00:00Z",
    })),
  );
  const totals = await Promise.all(
    (["category", "model", "day", "feature"] as const).map(async (by) => {
      const { rows, totals } = await readUsage(ctx, { groupBy: [by] });
      expect(sumOf(rows.map(({ charge }) => charge))).toBe(totals.charge);
      return totals.charge;
    }),
  );
  expect(new Set(totals).size).toBe(1);
  const ledger = await readCosts(ctx, "2020-01-01", utcDay(new Date()));
  expect(formatCredits(sub(ledger, ledger))).toBe("0");
  expect(formatCredits(ledger)).toBe(totals[0]);
});
