import { beforeAll, describe, expect, it } from "vitest";
import { createBudget } from "@/lib/budgets/create-budget";
import { readLimits } from "@/lib/budgets/limits";
import { NewBudget } from "@/lib/budgets/schema";
import { inAccount } from "@/lib/db/transaction";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import type { WorkScope } from "@/lib/ledger/types";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { authorize, captureAuthorization } from "@/lib/metering/preflight/authorizations";
import { holdWork } from "@/lib/metering/preflight/hold-work";
import { NewAuthorization, NewCapture } from "@/lib/metering/preflight/schema";
import { balanceOf, grant } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { approve } from "./approve";
import { askMandate } from "./ask-mandate";
import { decline } from "./decline";
import { listMandates, readMandate } from "./read-mandates";
import { revokeMandate } from "./revoke-mandate";
import { NewMandate } from "./schema";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

async function agentAndOwner(): Promise<{ owner: Context; agent: Context }> {
  const { ctx: owner } = await testPerson();
  const actor = { kind: "key", keyId: newId(), name: "Agent", platform: false } as const;
  return { owner, agent: { ...owner, actor, permissions: new Set(PERMISSIONS) } };
}

const ask = (ctx: Context, body: object = {}, key: string | null = null) =>
  askMandate(ctx, NewMandate.parse({ title: "Research agent", limit: "10", ...body }), key);
const hold = (ctx: Context, amount: string, scope: Partial<WorkScope>) =>
  holdWork(ctx, {
    amount: parseCredits(amount),
    description: "Work",
    idempotencyKey: newId(),
    expiresAt: null,
    scope: { ...NO_SCOPE, ...scope },
  });
async function heldBy(ctx: Context): Promise<string> {
  return formatCredits(nano((await balanceOf(ctx)).held));
}

describe("a mandate", () => {
  it("lets an agent spend from the moment a person agrees, up to its limit, and knows what is left", async () => {
    const { owner, agent } = await agentAndOwner();
    const { id } = await ask(agent, { lasts: 60 });
    await expect(hold(agent, "1", { mandate: id })).rejects.toMatchObject({
      code: "mandate_pending",
      status: 409,
    });
    const before = Date.now();
    await approve(owner, { id });
    const approved = await readMandate(agent, id);
    expect(approved).toMatchObject({ status: "approved", limit: "10", spent: "0", remaining: "10" });
    expect(Date.parse(approved.valid_until ?? "")).toBeGreaterThanOrEqual(before + 60_000);

    const authorization = await authorize(agent, NewAuthorization.parse({ amount: "6", mandate: id }), null);
    expect(authorization.mandate).toBe(id);
    expect(await readMandate(agent, id)).toMatchObject({ held: "6", remaining: "4", used_percent: 60 });
    await expect(hold(agent, "4.000000001", { mandate: id })).rejects.toMatchObject({
      code: "mandate_exceeded",
      status: 402,
    });
    await captureAuthorization(agent, authorization.id, NewCapture.parse({ amount: "2.5" }), null);
    expect(await readMandate(agent, id)).toMatchObject({ spent: "2.5", held: "0", remaining: "7.5" });
    await hold(agent, "7.5", { mandate: id });
    expect(await readMandate(agent, id)).toMatchObject({ remaining: "0", used_percent: 100 });
    const days = await inAccount(owner.accountId, (tx) =>
      tx.usageDay.findMany({ where: { accountId: owner.accountId, mandate: id }, select: { charge: true } }),
    );
    expect(days.map(({ charge }) => charge.toFixed())).toEqual([parseCredits("2.5").toString()]);
  });

  it("is good for its models and features only", async () => {
    const { owner, agent } = await agentAndOwner();
    const { id } = await ask(agent, { models: ["gpt-4o"], features: ["model_inference"] });
    await approve(owner, { id });
    const scope = { mandate: id, model: "gpt-4o", feature: "model_inference" };
    for (const outside of [{ model: "o3" }, { model: "" }, { feature: "judge_run" }])
      await expect(hold(agent, "1", { ...scope, ...outside })).rejects.toMatchObject({
        code: "mandate_excludes",
        status: 422,
      });
    await hold(agent, "1", scope);
    expect(await heldBy(owner)).toBe("1");
  });

  it("that was declined, was revoked, or whose time is over lets nothing more run; what runs is completed", async () => {
    const { owner, agent } = await agentAndOwner();
    const ended = { code: "mandate_ended", status: 409 };
    const { id: declined } = await ask(agent);
    await decline(owner, { id: declined });
    await expect(hold(agent, "1", { mandate: declined })).rejects.toMatchObject(ended);

    const { id } = await ask(agent);
    await approve(owner, { id });
    const running = await hold(agent, "2", { mandate: id });
    await revokeMandate(owner, { id });
    await revokeMandate(owner, { id });
    await expect(hold(agent, "1", { mandate: id })).rejects.toMatchObject(ended);
    await captureAuthorization(agent, running.hold.id, NewCapture.parse({ amount: "1.5" }), null);
    expect(await readMandate(agent, id)).toMatchObject({ status: "revoked", spent: "1.5" });

    const { id: short } = await ask(agent);
    await approve(owner, { id: short });
    const { valid_until } = await readMandate(agent, short);
    const scope = { ...NO_SCOPE, mandate: short };
    const at = (time: number) => readLimits(owner.accountId, scope, new Date(time));
    const end = Date.parse(valid_until ?? "");
    expect((await at(end - 1))[0]?.closed).toBeNull();
    expect((await at(end))[0]?.closed?.code).toBe("mandate_ended");
  });

  it("is decided once and revoked by people only", async () => {
    const { owner, agent } = await agentAndOwner();
    const { id } = await ask(agent);
    await expect(approve(agent, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeMandate(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    const ends = await Promise.allSettled([approve(owner, { id }), decline(owner, { id })]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(revokeMandate(agent, { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("and a budget hold together: the smaller of both decides", async () => {
    const { owner, agent } = await agentAndOwner();
    const budget = { name: "Small", scope: "account", period: "monthly", limit: "3" };
    await createBudget(owner, NewBudget.parse(budget));
    const { id } = await ask(agent);
    await approve(owner, { id });
    await expect(hold(agent, "4", { mandate: id })).rejects.toMatchObject({ code: "budget_exceeded" });
    await hold(agent, "3", { mandate: id });
    await expect(hold(agent, "1", {})).rejects.toMatchObject({ code: "budget_exceeded" });
  });

  it("is never overspent by however many arrive at once", async () => {
    const { owner, agent } = await agentAndOwner();
    await grant(owner, "1000");
    const { id } = await ask(agent, { limit: "20" });
    await approve(owner, { id });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, () => hold(agent, "1", { mandate: id })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "mandate_exceeded" });
    expect(await readMandate(agent, id)).toMatchObject({ held: "20", remaining: "0" });
  });

  it("asked for again under its key is the same; another is refused", async () => {
    const { agent } = await agentAndOwner();
    const { id } = await ask(agent, { models: ["a", "b"] }, "key-1");
    expect((await ask(agent, { models: ["a", "b"] }, "key-1")).id).toBe(id);
    for (const other of [{ models: ["a"] }, { models: ["a", "b"], limit: "11" }])
      await expect(ask(agent, other, "key-1")).rejects.toMatchObject({ code: "idempotency_mismatch" });
    expect(await listMandates(agent)).toHaveLength(1);
  });

  it("of another account is absent, for reading, deciding and spending", async () => {
    const [{ owner, agent }, other] = [await agentAndOwner(), await agentAndOwner()];
    const { id } = await ask(agent);
    for (const attempt of [
      () => readMandate(other.agent, id),
      () => approve(other.owner, { id }),
      () => revokeMandate(other.owner, { id }),
      () => readMandate(agent, "nonsense"),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    await approve(owner, { id });
    await expect(hold(other.agent, "1", { mandate: id })).rejects.toMatchObject({
      code: "invalid_request",
      faults: [{ field: "mandate" }],
    });
    expect(await listMandates(other.agent)).toEqual([]);
  });
});

it.each([
  [{ limit: "0" }, "limit"],
  [{ lasts: 2_592_001 }, "lasts"],
  [{ lasts: 0 }, "lasts"],
  [{ models: [""] }, "models"],
  [{ features: ["Not A Feature"] }, "features"],
  [{ return_url: "//evil.test" }, "return_url"],
])("a mandate with %o names %s", (changes, field) => {
  const read = NewMandate.safeParse({ title: "Agent", limit: "1", ...changes });
  expect(read.error?.issues[0]?.path[0]).toBe(field);
});
