import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as capture } from "@/app/api/v1/authorizations/[id]/capture/route";
import { POST as release } from "@/app/api/v1/authorizations/[id]/release/route";
import { POST as authorize } from "@/app/api/v1/authorizations/route";
import { POST as estimate } from "@/app/api/v1/estimates/route";
import { createKey } from "@/lib/accounts/keys";
import { createProject } from "@/lib/accounts/projects";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { listTransactions } from "@/lib/ledger/list";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { readUsage } from "@/lib/metering/usage";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { type Served, serve } from "@/lib/testing/serve";
import type { Context } from "@/lib/values/context";
import { createEcuClient, type EcuClient } from "./index";
import { answerQuestion } from "./example";

let api: Served;

beforeAll(async () => {
  await ensureDefaultRateCard();
  api = await serve({
    "POST /api/v1/estimates": estimate,
    "POST /api/v1/authorizations": authorize,
    "POST /api/v1/authorizations/[id]/capture": capture,
    "POST /api/v1/authorizations/[id]/release": release,
  });
});
afterAll(() => api.close());

async function customer(credits: string): Promise<{ ctx: Context; ecu: EcuClient }> {
  const ctx = await accountWith(credits);
  await createProject(ctx, { name: "Support", slug: "support", teamId: null });
  const { key } = await createKey(ctx, { name: "Service", scopes: ["usage:read", "authorizations:write"] });
  return { ctx, ecu: createEcuClient({ baseUrl: api.url, apiKey: key, firstWaitMs: 5 }) };
}

const model = async () => ({ text: "42", usage: { input_tokens: 12, output_tokens: 100 } });
const ask = (ecu: EcuClient, callModel = model) => answerQuestion(ecu, "support", "Why?", callModel);
const spends = async (ctx: Context) => (await listTransactions(ctx, { types: ["spend"] })).rows;

it("holds the worst case while the model runs, and charges what it really used", async () => {
  const { ctx, ecu } = await customer("10");
  let heldMeanwhile = 0n;
  const text = await ask(ecu, async () => {
    heldMeanwhile = (await balanceOf(ctx)).held;
    return model();
  });
  expect(text).toBe("42");
  expect(heldMeanwhile).toBeGreaterThan(0n);
  expect((await balanceOf(ctx)).held).toBe(0n);
  // 12 × 2.5 + 100 × 10 millionths of a dollar, × 1.3, at 0.1 USD an ECU.
  expect(await spends(ctx)).toMatchObject([{ amount: "-0.01339", description: "gpt-4o · 12 in · 100 out" }]);
  const { rows } = await readUsage(ctx, { groupBy: ["project"] });
  expect(rows).toMatchObject([{ project: "support", calls: 1, charge: "0.01339" }]);
});

it("gives the hold back when the model fails", async () => {
  const { ctx, ecu } = await customer("10");
  const failing = ask(ecu, () => Promise.reject(new Error("no model today")));
  await expect(failing).rejects.toThrow("no model today");
  expect((await balanceOf(ctx)).held).toBe(0n);
  expect(await spends(ctx)).toEqual([]);
});

it("runs nothing without credit, or past a budget, and says why", async () => {
  const { ctx, ecu } = await customer("0.001");
  let ran = false;
  const run = async () => ((ran = true), model());
  await expect(ask(ecu, run)).rejects.toThrow(/credit/i);
  const rich = await customer("10");
  const month = {
    name: "Support",
    scope: "project",
    scope_value: "support",
    period: "monthly",
    mode: "hard",
  };
  await createBudget(rich.ctx, NewBudget.parse({ ...month, limit: "0.01" }));
  await expect(ask(rich.ecu, run)).rejects.toThrow(/Support/);
  expect(ran).toBe(false);
  expect((await balanceOf(ctx)).held).toBe(0n);
});

it("has each effect once when answers are lost on their way", async () => {
  const { ctx, ecu } = await customer("10");
  const text = await ask(ecu, async () => {
    api.loseAnswers(3);
    return model();
  });
  expect(text).toBe("42");
  expect(await spends(ctx)).toHaveLength(1);
  api.loseAnswers(2);
  await ask(ecu);
  expect(await spends(ctx)).toHaveLength(2);
  expect((await balanceOf(ctx)).held).toBe(0n);
});
