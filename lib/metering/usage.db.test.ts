import { beforeAll, expect, it } from "vitest";
import { accountWith } from "@/lib/testing/accounts";
import { exportUsage } from "./export-usage";
import { exportUsageEvents } from "./export-usage-events";
import { ensureDefaultRateCard, importRates } from "./import-rates";
import { readRateCard } from "./read-rate-card";
import { readWallet } from "./read-wallet";
import { recordUsage } from "./record";
import { readUsage } from "./usage";

beforeAll(() => ensureDefaultRateCard());

const text = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

it("exports exactly the rows that the same query shows", async () => {
  const ctx = await accountWith("10");
  const event = (id: string, more: object) => ({
    id,
    model: "gpt-4o",
    operation: "chat",
    input_tokens: 1_000,
    occurred_at: "2026-10-01T12:00:00Z",
    ...more,
  });
  await recordUsage(ctx, [
    event("a", {}),
    event("b", { model: "=cmd()", cost_usd: "0.01" }),
    event("c", { occurred_at: "2026-10-02T00:00:00Z" }),
  ]);
  const query = { groupBy: ["day", "model"], from: "2026-10-01", to: "2026-10-01" } as const;
  const { rows } = await readUsage(ctx, query);
  const [header, ...lines] = (await text(await exportUsage(ctx, query))).trimEnd().split("\n");
  expect(header).toBe(
    "day,model,calls,input_tokens,output_tokens,cached_input_tokens,tokens,charge,charge_usd,cost_usd,tool_runs,re_rated,tool_runs_re_rated",
  );
  expect(lines).toEqual([
    "2026-10-01,'=cmd(),1,1000,0,0,1000,0.13,0.013,0.01,0,0,0",
    "2026-10-01,gpt-4o,1,1000,0,0,1000,0.0325,0.00325,0.0025,0,0,0",
  ]);
  expect(lines).toHaveLength(rows.length);
});

it("refuses a file before it begins, and breaks none off, for days that end before they begin", async () => {
  const ctx = await accountWith("10");
  const days = { from: "2026-10-02", to: "2026-10-01" };
  await expect(exportUsage(ctx, { ...days, groupBy: ["day"] })).rejects.toThrow("from: is after to");
  expect(() => exportUsageEvents(ctx, days)).toThrow("from: is after to");
});

it("sums nothing of another account", async () => {
  const [ctx, other] = [await accountWith("10"), await accountWith("10")];
  await recordUsage(ctx, [{ id: "a", cost_usd: "0.01" }]);
  expect((await readUsage(other, { groupBy: ["day"] })).rows).toEqual([]);
});

it("shows the wallet with what it is worth", async () => {
  const ctx = await accountWith("10");
  await recordUsage(ctx, [{ id: "a", cost_usd: "0.2" }]);
  expect(await readWallet(ctx)).toMatchObject({
    ...{
      balance: "7.4",
      held: "0",
      available: "7.4",
      allocation: "10",
      used: "2.6",
      used_percent: 26,
      remaining_percent: 74,
      status: "moderate",
    },
    ...{ balance_usd: "0.74", credit_usd_value: "0.1", tool_runs: { balance: "0", status: "exhausted" } },
  });
});

it("takes prices in once: a second import changes nothing", async () => {
  const first = await importRates("test");
  expect(first).toMatchObject({ changed: false });
  expect(first.models).toBeGreaterThan(1_000);
  expect(await importRates("test")).toEqual(first);
});

it("makes a new card of other prices, and keeps everyone's entries", async () => {
  const ctx = await accountWith("1");
  const before = await readRateCard(ctx);
  const imported = await importRates("test", "2025-01-01");
  expect(imported).toMatchObject({ changed: true, rateCard: before.version + 1 });
  const after = await readRateCard(ctx, { model: "gpt-4o" });
  expect(after.rates).toEqual(before.rates);
  expect(after.model?.prices).toContainEqual({
    kind: "input",
    usd_per_million: "2.5",
    above_input_tokens: null,
  });
});

it("has every feature that exists from the start, each with a floor or a price", async () => {
  const { rates } = await readRateCard(await accountWith("1"));
  const features = new Set(rates.map(({ feature }) => feature));
  for (const feature of FEATURES) expect(features).toContain(feature);
  for (const rate of rates) expect(rate.floor !== "0" || rate.price !== null).toBe(true);
});

const FEATURES = [
  ...[
    "profile_draft",
    "context_author",
    "context_refresh",
    "context_pack_compile",
    "lead_enrichment",
    "lead_qualify",
    "outreach_draft",
  ],
  ...[
    "lead_signal_fetch",
    "x_reply_draft",
    "funnel_generate",
    "model_inference",
    "judge_run",
    "gepa_optimization",
    "trace_evaluation",
  ],
  ...[
    "guardrail",
    "custom_script",
    "fine_tuning",
    "model_hosting",
    "tool_run",
    "gpu_instance",
    "inference_instance",
    "storage",
  ],
];
