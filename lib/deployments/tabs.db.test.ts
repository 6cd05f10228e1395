import { beforeAll, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { recordUsage } from "@/lib/metering/record";
import { readUsage } from "@/lib/metering/usage";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post, postedOf } from "@/lib/ledger/post";
import { accountSince, after, ensureDefaultRateCard, noon, register, start } from "@/lib/testing/deployments";
import type { Context } from "@/lib/values/context";
import { nano, parseCredits } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { catchUp } from "./catch-up";
import { exportInstances, exportModels, exportTools } from "./tabs/export-tab";
import { modelsView } from "./tabs/views";
import { changeReplicas } from "./change-instance";
import { readGuardrail, readGuardrails } from "./read-guardrails";
import { readDeployments, readModels } from "./read-models";
import { readScript, readScripts } from "./read-scripts";
import { listInstances } from "./read-instance";
import { countRan, readSpending } from "./read-spending";
import { readTools } from "./read-tools";
import { readRunning } from "./so-far";
import { failInstance, stopInstance } from "./stop-instance";

const began = noon(12);
const ended = after(began, 100);
const at = (hours: number) => ({ at: after(began, hours).toISOString() });

const CPU = { hardware: "cpu-small" };
const MACHINE = { vcpus: "2", memory_gb: "4" };

beforeAll(async () => void (await ensureDefaultRateCard()));

/** One of everything that a tab shows, running and ended. */
async function account(): Promise<Context> {
  const ctx = await accountSince(began, "100000");
  const runs = { unit: "tool_run", type: "bonus", amount: nano(10_000n), description: "Runs" } as const;
  const rest = { source: "system", idempotencyKey: "runs", expiresAt: null } as const;
  postedOf((await post([grantPosting({ accountId: ctx.accountId, ...runs, ...rest })]))[0]);
  await register(ctx, "tool", "search", {
    name: "Web search",
    owner: "ada@example.com",
    status: "deployed",
    ...at(0),
  });
  await register(ctx, "tool", "idle", {
    name: "Idle",
    owner: "bob@example.com",
    status: "deployed",
    ...at(0),
  });
  await register(ctx, "tool", "draft", { name: "In development", ...at(0) });
  await register(ctx, "model", "llama", { name: "Llama 70B", type: "base", ...at(0) });
  await register(ctx, "model", "tuned", { name: "Support 8B", type: "fine_tuned", ...at(0) });
  await register(ctx, "deployment", "llama-eu", {
    name: "llama-eu",
    type: "dedicated",
    parent: "llama",
    ...at(0),
  });
  await register(ctx, "deployment", "llama-us", {
    name: "llama-us",
    type: "dedicated",
    parent: "llama",
    ...at(0),
  });
  await register(ctx, "guardrail", "pii", { name: "PII", ...at(0) });
  await register(ctx, "custom_script", "etl", {
    name: "ETL",
    language: "python",
    language_version: "3.12",
    ...at(0),
  });
  await start(
    ctx,
    {
      id: "eu",
      kind: "model_hosting",
      hardware: "a100-80gb",
      resource: "deployment/llama-eu",
      model: "llama",
    },
    began,
  );
  await start(
    ctx,
    { id: "us", kind: "model_hosting", hardware: "l4", resource: "deployment/llama-us", model: "llama" },
    began,
  );
  await start(
    ctx,
    { id: "pii", kind: "guardrail", hardware: "cpu-medium", count: 2, resource: "guardrail/pii" },
    began,
  );
  await start(
    ctx,
    { id: "etl", kind: "custom_script", vcpus: "2", memory_gb: "4", resource: "custom_script/etl" },
    began,
  );
  await start(ctx, { id: "lab", kind: "gpu", hardware: "h100", hours: "3" }, began);
  await stopInstance(ctx, "lab", at(2));
  await changeReplicas(ctx, "eu", { replicas: 2, ...at(3) }, after(began, 3));
  await stopInstance(ctx, "eu", at(5));
  await catchUp(ctx.accountId, after(began, 49));
  await failInstance(ctx, "pii", { reason: "crashed", ...at(50.5) });
  await catchUp(ctx.accountId, ended);
  const event = { occurred_at: after(began, 1).toISOString() };
  const answers = await recordUsage(ctx, [
    ...Array.from({ length: 45 }, (_, no) => ({
      ...event,
      id: `run ${no}`.replace(" ", "-"),
      feature: "tool_run",
      resource: "tool/search",
    })),
    { ...event, id: "stray", feature: "tool_run" },
    {
      ...event,
      id: "tuning",
      feature: "fine_tuning",
      model: "llama",
      cost_usd: "4",
      resource: "model/tuned",
      quantities: { training_token: "1000000", epoch: "3" },
    },
    {
      ...event,
      id: "scan",
      feature: "guardrail",
      hardware: "cpu-small",
      quantities: { hour: "0.5" },
      resource: "guardrail/pii",
    },
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  return ctx;
}

it("shows each tab's fields, and its totals are its rows, the usage, and with what is held the ledger", async () => {
  const ctx = await account();
  const tools = await readTools(ctx, {}, ended);
  expect(tools).toEqual({
    total_tools: 2,
    total_runs: "46",
    other_runs: "1",
    tools: [
      {
        id: "search",
        name: "Web search",
        runs: "45",
        owner: "ada@example.com",
        last_active_on: utcDay(began),
        status: "deployed",
      },
      {
        id: "idle",
        name: "Idle",
        runs: "0",
        owner: "bob@example.com",
        last_active_on: null,
        status: "deployed",
      },
    ],
  });

  const models = await readModels(ctx, {}, ended);
  expect(models.models).toMatchObject([
    {
      id: "llama",
      type: "base",
      credits: "1175",
      settled: "1135",
      held: "240",
      deployments: 2,
      last_deployed_on: utcDay(began),
    },
    { id: "tuned", type: "fine_tuned", credits: "52", settled: "52", held: "0" },
  ]);
  expect(models).toMatchObject({
    total_models: 2,
    credits: "1227",
    fine_tuning_credits: "52",
    hosting_credits: "1175",
    other_credits: "0",
  });
  const { deployments } = await readDeployments(ctx, "llama", {}, ended);
  expect(deployments).toMatchObject([
    { name: "llama-us", type: "dedicated", credits: "1000", status: "deployed" },
    {
      name: "llama-eu",
      type: "dedicated",
      credits: "175",
      status: "undeployed",
      last_updated_on: utcDay(after(began, 5)),
    },
  ]);

  const guardrails = await readGuardrails(ctx, {}, ended);
  expect(guardrails).toMatchObject({
    total_guardrails: 1,
    credits: "101.25",
    seconds: 50.5 * 3_600,
    other_credits: "0",
  });
  expect(await readGuardrail(ctx, "pii", {}, ended)).toMatchObject({
    name: "PII",
    status: "failed",
    parts: [
      { hardware: "cpu-medium", noun: "CPU", count: "2", price: "1", seconds: 50.5 * 3_600, credits: "101" },
    ],
    metered_credits: "0.25",
    total: "101.25",
  });

  const scripts = await readScripts(ctx, {}, ended);
  expect(scripts.scripts).toMatchObject([
    {
      name: "ETL",
      language: "python",
      language_version: "3.12",
      credits: "50",
      settled: "48",
      held: "12",
      seconds: 360_000,
    },
  ]);
  expect(await readScript(ctx, "etl", {}, ended)).toMatchObject({
    parts: [
      { noun: "GB", count: "4", price: "0.025", seconds: 360_000, credits: "10" },
      { noun: "vCPU", count: "2", price: "0.2", seconds: 360_000, credits: "40" },
    ],
    total: "50",
  });

  // What no tab shows: an instance that runs no resource.
  const lab = parseCredits("80");
  const settled = [models, guardrails, scripts].reduce((sum, tab) => sum + parseCredits(tab.settled), 0n);
  const held = [models, guardrails, scripts].reduce((sum, tab) => sum + parseCredits(tab.held), 0n);
  const { totals } = await readUsage(ctx, { groupBy: [] });
  expect(settled + lab).toBe(parseCredits(totals.charge));
  const [ledger] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ sum: string }>(
      "SELECT (-sum(amount))::text AS sum FROM transactions WHERE account_id = $1 AND unit = 'credit' AND type <> 'bonus'",
      [ctx.accountId],
    ),
  );
  expect(settled + held + lab).toBe(BigInt(ledger?.sum ?? 0));
});

it("counts an inference instance for the model that it runs, as usage by model does", async () => {
  const ctx = await accountSince(began, "100000");
  await register(ctx, "model", "llama", { name: "Llama 70B", type: "base", ...at(0) });
  await register(ctx, "deployment", "llama-eu", { name: "llama-eu", parent: "llama", ...at(0) });
  await start(
    ctx,
    { id: "eu", kind: "model_hosting", hardware: "l4", model: "llama", resource: "deployment/llama-eu" },
    began,
  );
  await start(ctx, { id: "i", kind: "inference", hardware: "l4", model: "llama" }, began);
  await start(ctx, { id: "j", kind: "inference", hardware: "l4", model: "not-registered" }, began);
  await catchUp(ctx.accountId, after(began, 30));
  const read = (range = {}) => readModels(ctx, range, after(began, 30));
  const usage = await readUsage(ctx, { groupBy: ["model"] });
  const { models, ...tab } = await read();
  // A day is over, and six hours of the next one have been used.
  expect(models).toMatchObject([{ id: "llama", credits: "600", settled: "480", held: "480" }]);
  expect(usage.rows).toMatchObject([
    { model: "llama", charge: models[0]?.settled },
    { model: "not-registered", charge: "240" },
  ]);
  expect(tab).toMatchObject({
    credits: "900",
    hosting_credits: "900",
    inference_instance_credits: "600",
    other_credits: "300",
  });
  const opened = await readDeployments(ctx, "llama", {}, after(began, 30));
  expect(opened).toMatchObject({
    model: { credits: "600" },
    own: { credits: "0" },
    instances: { credits: "300", settled: "240", held: "240" },
    deployments: [{ id: "llama-eu", credits: "300" }],
  });
  expect((await read({ to: addDays(utcDay(began), -1) })).credits).toBe("0");
});

it("adds up over any split of the days", async () => {
  const ctx = await account();
  const whole = await readModels(ctx, {}, ended);
  for (const days of [1, 2, 3]) {
    const cut = addDays(utcDay(began), days);
    const parts = [
      await readModels(ctx, { to: addDays(cut, -1) }, ended),
      await readModels(ctx, { from: cut }, ended),
    ];
    for (const field of ["credits", "settled", "held", "fine_tuning_credits", "hosting_credits"] as const)
      expect(parts.reduce((sum, part) => sum + parseCredits(part[field]), 0n)).toBe(
        parseCredits(whole[field]),
      );
  }
});

it("shows nothing of a foreign account, and answers its ids as if they were not there", async () => {
  const [ctx, other] = [await account(), await accountSince(began, "1")];
  expect(await readTools(other, {})).toMatchObject({ total_tools: 0, total_runs: "0" });
  expect(await readModels(other, {})).toMatchObject({ total_models: 0, credits: "0" });
  await expect(readDeployments(other, "llama", {})).rejects.toMatchObject({ code: "not_found" });
  await expect(readGuardrail(other, "pii", {})).rejects.toMatchObject({ code: "not_found" });
  await expect(readScript(other, "etl", {})).rejects.toMatchObject({ code: "not_found" });
  expect(ctx.accountId).not.toBe(other.accountId);
});

it("exports each tab beside the days before, row by row, and the instances that ran", async () => {
  const ctx = await account();
  const day = (no: number) => addDays(utcDay(began), no);
  const query = { from: day(3), to: day(4), compare: "previous" } as const;
  const of = (csv: string, name: string) =>
    csv
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","))
      .flatMap((line, at, [head]) => (at === 0 ? [] : [line[(head ?? []).indexOf(name)]]));
  const now = await exportModels(ctx, query);
  const before = modelsView(await readModels(ctx, { from: day(1), to: day(2) }), {});
  const byName = new Map(before.map(({ id, credits }) => [id, credits]));
  expect(of(now, "before")).toEqual(of(now, "id").map((id) => byName.get(id ?? "") ?? "0"));
  expect(of(now, "before").some((amount) => amount !== "0")).toBe(true);
  const ran = of(await exportInstances(ctx, { from: day(1), to: day(2) }), "id");
  expect(ran).toContain("us");
  expect(of(await exportInstances(ctx, { from: "2020-01-01", to: "2020-01-31" }), "id")).toEqual([]);
});

it("lists what has run for long, however many began after it", async () => {
  const ctx = await accountSince(began, "100000");
  await start(ctx, { id: "old", kind: "inference", hardware: "l4" }, began);
  for (const no of [1, 2, 3]) {
    await start(ctx, { id: `${no}`, kind: "gpu", hardware: "l4", hours: "1" }, after(began, no));
    await stopInstance(ctx, `${no}`, at(no + 0.5));
  }
  const tomorrow = addDays(utcDay(began), 1);
  const read = async (days: { from?: string }, most: number) =>
    (await readSpending(ctx, days, after(began, 30), most)).map(({ id }) => id);
  expect(await read({ from: tomorrow }, 2)).toEqual(["old"]);
  expect(await read({}, 4)).toEqual(["3", "2", "1", "old"]);
  await expect(read({}, 3)).rejects.toMatchObject({ code: "unprocessable" });
  expect([await countRan(ctx, {}), await countRan(ctx, { from: tomorrow })]).toEqual([4, 1]);
});

it("finds the instances of a resource beside another kind's of the same name", async () => {
  const ctx = await accountSince(began, "100000");
  const kinds = ["guardrail", "custom_script"] as const;
  for (const kind of kinds) await register(ctx, kind, "same", { name: "Same", ...at(0) });
  for (const [no, kind] of kinds.entries())
    await start(
      ctx,
      { id: kind, kind, resource: `${kind}/same`, ...(kind === "guardrail" ? CPU : MACHINE) },
      after(began, no),
    );
  for (const kind of kinds)
    expect((await listInstances(ctx, { resource: `${kind}/same`, limit: 1 })).map(({ id }) => id)).toEqual([
      kind,
    ]);
  expect(await listInstances(ctx, { resource: "nothing/same" })).toEqual([]);
});

it("refuses days that end before they begin, in tables and in files", async () => {
  const ctx = await accountSince(began, "1");
  const days = { from: "2026-01-02", to: "2026-01-01" };
  for (const read of [readTools, readModels, readGuardrails, readScripts, exportTools, exportInstances])
    await expect(read(ctx, days)).rejects.toThrow("from: is after to");
});

it("says how far the tabs are ahead of usage by what still runs", async () => {
  const ctx = await account();
  const { totals } = await readUsage(ctx, { groupBy: [] });
  const tabs = [
    await readModels(ctx, {}, ended),
    await readGuardrails(ctx, {}, ended),
    await readScripts(ctx, {}, ended),
  ];
  const ahead = tabs.reduce(
    (sum, { credits, settled }) => sum + parseCredits(credits) - parseCredits(settled),
    0n,
  );
  expect(ahead).toBeGreaterThan(0n);
  expect(parseCredits(await readRunning(ctx, {}, ended))).toBe(ahead);
  expect(await readRunning(ctx, { to: addDays(utcDay(began), -1) }, ended)).toBe("0");
  const only = async (filter: Record<string, string>) =>
    parseCredits(await readRunning(ctx, { filter }, ended));
  const names = ["hosting", "guardrails", "scripts", "instances"];
  const parts = await Promise.all(names.map((category) => only({ category })));
  expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(ahead);
  expect(await only({ feature: "guardrail" })).toBe(parts[1]);
  expect(await only({ feature: "guardrail", team: "nobody" })).toBe(0n);
  // What is over is in both; beside the tabs, usage has the GPU instance.
  const over = tabs.reduce((sum, { settled }) => sum + parseCredits(settled), 0n);
  const lab = await readUsage(ctx, { groupBy: [], filter: { feature: "gpu_instance" } });
  expect(over + parseCredits(lab.totals.charge)).toBe(parseCredits(totals.charge));
});
