import { beforeAll, describe, expect, it } from "vitest";
import { createTeam } from "@/lib/accounts/teams";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { listTransactions } from "@/lib/ledger/list";
import { explainCharge } from "@/lib/metering/explain-charge";
import { readUsage } from "@/lib/metering/usage";
import { balanceOf } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import {
  accountSince,
  after,
  ensureDefaultRateCard,
  ledgerOf,
  noon,
  register,
  start,
} from "@/lib/testing/deployments";
import { displayTime } from "@/lib/values/display/time";
import { parseCredits } from "@/lib/values/money";
import type { Permission } from "@/lib/values/context";
import { catchUp } from "./catch-up";
import { changeReplicas, extendInstance } from "./change-instance";
import { setCreditPolicy } from "./credit-policy";
import { explainRun } from "./explain-run";
import { readInstance } from "./read-instance";
import { readResource } from "./read-resource";
import { changeStatus } from "./register-resource";
import { CreditPolicyInput } from "./schema";
import { failInstance, stopInstance } from "./stop-instance";

beforeAll(async () => void (await ensureDefaultRateCard()));

const gpu = { id: "132", kind: "gpu", hardware: "a100-80gb", hours: "1" } as const;
const inference = { id: "7", kind: "inference", hardware: "l4" } as const;
const began = noon(10);
const at = (hours: number) => ({ at: after(began, hours).toISOString() });

describe("an instance of a fixed duration", () => {
  it("is held for at its start, and what it did not use is refunded at its end", async () => {
    const ctx = await accountSince(began, "1000");
    await start(ctx, gpu, began);
    const ended = await stopInstance(ctx, "132", at(0.75));
    expect(await ledgerOf(ctx)).toEqual([
      "gpu_usage -25 GPU Instance #132: hold 25 ECU per-GPU × 1 GPU × 1h",
      "refund 6.25 GPU Instance #132: refund of what its hold left, 45min used of 1h",
    ]);
    expect(ended).toMatchObject({ status: "stopped", used: "18.75", held: "0" });
  });

  it("is charged what it ran beyond its duration, and nothing more when it ended as planned", async () => {
    const ctx = await accountSince(began, "1000");
    await start(ctx, gpu, began);
    await stopInstance(ctx, "132", at(1));
    await start(ctx, { ...gpu, id: "133" }, after(began, 2));
    await stopInstance(ctx, "133", at(3.5));
    expect((await ledgerOf(ctx)).slice(1)).toEqual([
      "gpu_usage -25 GPU Instance #133: hold 25 ECU per-GPU × 1 GPU × 1h",
      "gpu_usage -12.5 GPU Instance #133: overage above its hold, 1h 30min used of 1h",
    ]);
  });

  it("is extended at the prices that it started with", async () => {
    const ctx = await accountSince(began, "1000");
    await start(ctx, gpu, began);
    await extendInstance(ctx, "132", { hours: "2" }, after(began, 0.5));
    await stopInstance(ctx, "132", at(2.5));
    expect(await ledgerOf(ctx)).toEqual([
      "gpu_usage -25 GPU Instance #132: hold 25 ECU per-GPU × 1 GPU × 1h",
      "gpu_usage -62.5 GPU Instance #132: hold 25 ECU per-GPU × 1 GPU × 2h 30min, cycle 2",
      "refund 12.5 GPU Instance #132: refund of what its hold left, 30min used of 1h",
      "refund 12.5 GPU Instance #132: refund of what the hold of cycle 2 left, 2h used of 2h 30min",
    ]);
  });
});

describe("an instance in cycles", () => {
  it("is held for a day at a time, and settled when it stops", async () => {
    const ctx = await accountSince(began, "10000");
    await start(ctx, inference, began);
    await catchUp(ctx.accountId, after(began, 49));
    await stopInstance(ctx, "7", at(54));
    expect(await ledgerOf(ctx)).toEqual([
      "gpu_usage -240 Inference Instance #7: hold 10 ECU per-GPU × 1 GPU × 24h",
      "gpu_usage -240 Inference Instance #7: hold 10 ECU per-GPU × 1 GPU × 24h, cycle 2",
      "gpu_usage -240 Inference Instance #7: hold 10 ECU per-GPU × 1 GPU × 24h, cycle 3",
      "refund 180 Inference Instance #7: refund of what the hold of cycle 3 left, 6h used of 24h",
    ]);
    const { totals } = await readUsage(ctx, { groupBy: ["day", "feature"] });
    expect(totals).toMatchObject({ charge: "540", calls: 3 });
  });

  it("costs exactly twice for two replicas, and goes on at the same price when replicas change", async () => {
    const ctx = await accountSince(began, "10000");
    const hosting = { kind: "model_hosting", hardware: "a100-80gb", model: "llama" } as const;
    await start(ctx, { ...hosting, id: "one" }, began);
    await start(ctx, { ...hosting, id: "two", replicas: 2 }, began);
    const [one, two] = [await stopInstance(ctx, "one", at(5)), await stopInstance(ctx, "two", at(5))];
    expect(parseCredits(two.used)).toBe(2n * parseCredits(one.used));
    await start(ctx, { ...hosting, id: "grows" }, began);
    await changeReplicas(ctx, "grows", { replicas: 3, ...at(6) }, after(began, 6));
    await changeReplicas(ctx, "grows", { replicas: 1, ...at(8) }, after(began, 8));
    const grown = await stopInstance(ctx, "grows", at(10));
    expect(grown.used).toBe("350");
    expect(grown.cycles.map(({ replicas, used }) => [replicas, used])).toEqual([
      [1, "150"],
      [3, "150"],
      [1, "50"],
    ]);
    expect(grown.replica_changes).toEqual([
      { cycle: 2, ...at(6), from: 1, to: 3 },
      { cycle: 3, ...at(8), from: 3, to: 1 },
    ]);
    const { rows } = await listTransactions(ctx, { refId: "grows" });
    const steps = await Promise.all(
      rows.toReversed().map(async ({ id }) => {
        const explanation = await explainCharge(ctx, id);
        return (await explainRun(ctx, explanation))?.steps ?? [];
      }),
    );
    const grew = `The instance went from 1 replica to 3 on ${displayTime(after(began, 6))}: this cycle`;
    const shrank = `The instance went from 3 replicas to 1 on ${displayTime(after(began, 8))}: this cycle`;
    expect(steps.map((lines) => lines.filter((line) => line.startsWith("The instance")))).toEqual([
      [`${grew} ended there`],
      [`${grew} began there`, `${shrank} ended there`],
      [`${grew} ended there`],
      [`${shrank} began there`],
      [`${grew} began there`, `${shrank} ended there`],
      [`${shrank} began there`],
    ]);
  });

  it("is charged until it failed, and its resource with it", async () => {
    const ctx = await accountSince(began, "1000");
    await listen(ctx, ["instance.interrupted", "instance.stopped"]);
    await register(ctx, "guardrail", "pii", { name: "PII", at: began.toISOString() });
    await start(
      ctx,
      { id: "g", kind: "guardrail", hardware: "cpu-medium", count: 2, resource: "guardrail/pii" },
      began,
    );
    const failed = await failInstance(ctx, "g", { reason: "out of memory", ...at(1.5) });
    expect(failed).toMatchObject({ status: "failed", stop_reason: "out of memory", used: "3" });
    expect(await announcedTo(ctx)).toEqual([
      {
        type: "instance.interrupted",
        data: {
          ...{ id: "g", kind: "guardrail", status: "failed", resource: "guardrail/pii" },
          ...{ hardware: "cpu-medium", units: 2, at: at(1.5).at, reason: "out of memory" },
        },
      },
    ]);
    expect(await ledgerOf(ctx)).toEqual([
      "gpu_usage -48 Guardrail #g: hold 1 ECU per-CPU × 2 CPUs × 24h",
      "refund 45 Guardrail #g: refund of what its hold left, 1h 30min used of 24h",
    ]);
  });
});

it("is the same instance when it is started again, stopped again, and something else is refused its id", async () => {
  const ctx = await accountSince(began, "1000");
  await Promise.all(Array.from({ length: 8 }, () => start(ctx, gpu, began)));
  await expect(start(ctx, { ...gpu, hours: "2" }, began)).rejects.toMatchObject({ code: "already_exists" });
  const ends = await Promise.all(Array.from({ length: 8 }, () => stopInstance(ctx, "132", at(0.5))));
  expect(new Set(ends.map(({ used }) => used))).toEqual(new Set(["12.5"]));
  await expect(failInstance(ctx, "132", { reason: "" })).rejects.toMatchObject({ code: "conflict" });
  expect(await ledgerOf(ctx)).toHaveLength(2);
});

it("begins nothing that the balance does not cover, and leaves no trace of it", async () => {
  const ctx = await accountSince(began, "20");
  await expect(start(ctx, gpu, began)).rejects.toMatchObject({ code: "insufficient_credits", status: 402 });
  await expect(readInstance(ctx, "132")).rejects.toMatchObject({ code: "not_found" });
  expect((await balanceOf(ctx)).seq).toBe(1n);
});

it("says what the rate card prices when it does not know the hardware", async () => {
  const ctx = await accountSince(began, "20");
  await expect(start(ctx, { ...gpu, hardware: "abacus" }, began)).rejects.toMatchObject({
    code: "invalid_request",
    faults: [{ field: "hardware", message: expect.stringContaining("a100-80gb") }],
  });
});

it("explains each row of an instance by its cycle, its hold and the whole life as one timeline", async () => {
  const ctx = await accountSince(began, "1000");
  await start(ctx, gpu, began);
  await extendInstance(ctx, "132", { hours: "1" }, after(began, 0.5));
  await stopInstance(ctx, "132", at(1));
  const { rows } = await listTransactions(ctx, {});
  const [refund, first, second, hold] = await Promise.all(
    rows.slice(0, 4).map(async ({ id }) => {
      const explanation = await explainCharge(ctx, id);
      return { ...explanation, run: await explainRun(ctx, explanation) };
    }),
  );
  for (const one of [refund, first, second, hold]) expect(one?.timeline).toHaveLength(4);
  expect(hold?.hold?.id).toBe(first?.hold?.id);
  expect(second?.hold?.id).toBe(refund?.hold?.id);
  expect(hold?.run?.steps).toEqual([
    "1 GPU (A100 80 GB) × 25 ECU an hour × 30min = 12.5 ECU",
    "Used: 12.5 ECU",
    "Held 25 − used 12.5 = refund 12.5 ECU",
  ]);
  expect(refund?.run).toMatchObject({
    instance: { title: "GPU Instance #132" },
    cycle: { no: 2, replicas: 1 },
  });
});

it("puts a resource into service once, however many instances of it begin at once, and keeps it there until the last has ended", async () => {
  const ctx = await accountSince(began, "100000");
  await register(ctx, "guardrail", "pii", { name: "PII", at: began.toISOString() });
  const guardrail = { kind: "guardrail", hardware: "cpu-small", resource: "guardrail/pii" } as const;
  const ids = Array.from({ length: 12 }, (_, no) => `g${no}`);
  await Promise.all(ids.map((id) => start(ctx, { ...guardrail, id }, began)));
  await expect(changeStatus(ctx, "guardrail", "pii", { status: "deleted", note: "" })).rejects.toMatchObject({
    code: "conflict",
  });
  await Promise.all(ids.map((id) => stopInstance(ctx, id, at(1))));
  const { history } = await readResource(ctx, "guardrail", "pii");
  expect(history.map(({ status }) => status)).toEqual(["draft", "deployed", "undeployed"]);
  await expect(start(ctx, { ...guardrail, id: "x", kind: "custom_script" }, began)).rejects.toMatchObject({
    faults: [{ field: "resource" }],
  });
});

it("begins nothing that a budget does not cover, and counts what it holds", async () => {
  const ctx = await accountSince(began, "1000");
  const budget = {
    name: "Team",
    scope: "team",
    scope_value: "ml",
    period: "total",
    mode: "hard",
    limit: "40",
  } as const;
  await createTeam(ctx, { name: "ML", slug: "ml" });
  await createBudget(ctx, NewBudget.parse({ ...budget, starts_on: "2020-01-01" }));
  await start(ctx, { ...gpu, team: "ml" }, began);
  await expect(start(ctx, { ...gpu, id: "133", team: "ml" }, began)).rejects.toMatchObject({
    code: "budget_exceeded",
  });
  await start(ctx, { ...gpu, id: "134" }, began);
  await stopInstance(ctx, "132", at(0.5));
  await start(ctx, { ...gpu, id: "135", team: "ml" }, after(began, 1));
});

it("keeps the policy of low and negative credit for the platform to set", async () => {
  const ctx = await accountSince(began, "5");
  expect(await setCreditPolicy(ctx, { low_limit: "10", negative_limit: "-50" })).toEqual({
    low_limit: "10",
    negative_limit: "-50",
    available: "5",
    may_deploy: false,
  });
  expect(await setCreditPolicy(ctx, { low_limit: "0" })).toMatchObject({
    negative_limit: "-50",
    may_deploy: true,
  });
  const permissions = new Set<Permission>(["usage:read", "resources:write"]);
  await expect(setCreditPolicy({ ...ctx, permissions }, { low_limit: "0" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(CreditPolicyInput.safeParse({ negative_limit: "50" }).success).toBe(false);
});
