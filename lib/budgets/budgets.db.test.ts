import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/lib/accounts/list-audit";
import { createKey } from "@/lib/accounts/keys";
import { createTeam } from "@/lib/accounts/teams";
import { inAccount } from "@/lib/db/transaction";
import { openHold } from "@/lib/ledger/holds";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { testMember, testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { archiveBudget, changeBudget } from "./change-budget";
import { createBudget } from "./create-budget";
import { listBudgets, readBudget } from "./list-budgets";
import { BudgetChange, NewBudget } from "./schema";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

const make = (ctx: Context, budget: object = {}) =>
  createBudget(
    ctx,
    NewBudget.parse({ name: "Growth", scope: "account", period: "monthly", limit: "50", ...budget }),
  );
/** A call that costs what it costs, at a time. */
async function use(ctx: Context, usd: string, more: object): Promise<string> {
  const [result] = await recordUsage({ ...ctx, permissions: new Set(PERMISSIONS) }, [
    { id: newId(), model: "gpt-4o", cost_usd: usd, ...more },
  ]);
  if (result?.charge === undefined) throw new Error(JSON.stringify(result));
  return result.charge;
}

it("an account has at most 500 budgets, also when several are made at once", async () => {
  const { ctx } = await testPerson();
  const { accountId } = ctx;
  const known = { accountId, scope: "feature", period: "monthly", mode: "warn", limitAmount: 1n } as const;
  await inAccount(accountId, (tx) =>
    tx.budget.createMany({
      data: Array.from({ length: 498 }, (_, no) => ({
        ...known,
        ...{ id: newId(), name: `${no}`, scopeValue: `feature_${no}` },
        ...{ startsOn: new Date("2026-01-01"), createdBy: "Ada" },
      })),
    }),
  );
  const made = ["daily", "weekly", "monthly", "total"].map((period) => make(ctx, { period }));
  const outcomes = await Promise.allSettled(made);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
});

describe("a budget", () => {
  it("stands where usage and holds of its period have brought it", async () => {
    const { ctx, person } = await testPerson();
    await createTeam(ctx, { name: "Team", slug: "team" });
    const { id } = await make(ctx, {
      scope: "member",
      scope_value: person.email.toUpperCase(),
      period: "daily",
    });
    const byEmail = await use(ctx, "0.01", { member: person.email });
    const byId = await use(ctx, "0.01", { member: person.userId });
    await use(ctx, "0.01", { member: "someone@example.com" });
    await use(ctx, "0.01", { member: person.email, occurred_at: "2026-01-01T23:59:59.999Z" });
    await openHold(ctx, {
      amount: parseCredits("3"),
      description: "Work",
      idempotencyKey: newId(),
      expiresAt: null,
      scope: { ...NO_SCOPE, member: person.userId },
    });
    const spent = (parseCredits(byEmail) + parseCredits(byId)).toString();
    const read = await readBudget(ctx, id);
    expect(parseCredits(read.spent).toString()).toBe(spent);
    expect(read).toMatchObject({ scope_value: person.email, held: "3", limit: "50" });
    expect(parseCredits(read.remaining)).toBe(
      parseCredits("47") - parseCredits(byEmail) - parseCredits(byId),
    );
    const past = await readBudget(ctx, id, new Date("2026-01-01T23:59:59.999Z"));
    expect(past.spent).not.toBe("0");
    expect(past.resets_at).toBe("2026-01-02T00:00:00.000Z");
    expect((await readBudget(ctx, id, new Date("2026-01-02T00:00:00.000Z"))).spent).toBe("0");
  });

  it.each([
    ["team", "nobody"],
    ["project", "nothing"],
    ["member", "stranger@example.com"],
    ["key", "00000000-0000-4000-8000-000000000000"],
    ["key", "nonsense"],
    ["feature", "unheard_of"],
  ])("of a %s that is not there is refused, naming the field", async (scope, scope_value) => {
    const { ctx } = await testPerson();
    await expect(make(ctx, { scope, scope_value })).rejects.toMatchObject({
      code: "invalid_request",
      faults: [{ field: "scope_value" }],
    });
  });

  it("is for what the account has: a team, a key, a feature of the card, and not for another account's", async () => {
    const [{ ctx }, other] = [await testPerson(), await testPerson()];
    await createTeam(ctx, { name: "Team", slug: "team" });
    const { id: key } = await createKey(ctx, { name: "key", scopes: ["usage:read"] });
    for (const [scope, scope_value] of [
      ["team", "team"],
      ["key", key],
      ["feature", "judge_run"],
    ]) {
      expect(await make(ctx, { scope, scope_value })).toMatchObject({ scope, scope_value });
      if (scope !== "feature")
        await expect(make(other.ctx, { scope, scope_value })).rejects.toThrow(/is not/);
    }
  });

  it("is one of its scope, period and mode, until it is archived", async () => {
    const { ctx } = await testPerson();
    const { id } = await make(ctx);
    await expect(make(ctx, { limit: "60" })).rejects.toMatchObject({ code: "already_exists", status: 409 });
    const warns = await make(ctx, { mode: "warn" });
    await expect(changeBudget(ctx, warns.id, { mode: "hard" })).rejects.toMatchObject({
      code: "already_exists",
    });
    expect((await archiveBudget(ctx, id)).archived_at).not.toBeNull();
    await make(ctx, { limit: "60" });
    expect((await listBudgets(ctx)).map(({ limit }) => limit).toSorted()).toEqual(["50", "60"]);
    await expect(changeBudget(ctx, id, { limit: "70" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is changed and archived in the audit log, once each", async () => {
    const { ctx } = await testPerson();
    const { id } = await make(ctx);
    expect(await changeBudget(ctx, id, { limit: "20", name: "Less" })).toMatchObject({
      limit: "20",
      name: "Less",
    });
    await Promise.all([archiveBudget(ctx, id), archiveBudget(ctx, id)]);
    const { rows } = await listAudit(ctx, null);
    const deeds = rows.filter(({ action }) => action.startsWith("budget."));
    expect(deeds.map(({ action }) => action)).toEqual([
      "budget.archived",
      "budget.changed",
      "budget.created",
    ]);
  });

  it("is read by everybody in the account, and changed by those who may", async () => {
    const { ctx, accountId } = await testPerson();
    const { id } = await make(ctx);
    const { ctx: member } = await testMember(accountId, "member");
    const { ctx: billing } = await testMember(accountId, "billing");
    expect(await readBudget(member, id)).toMatchObject({ id });
    await expect(make(member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeBudget(member, id, { limit: "1" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveBudget(member, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await changeBudget(billing, id, { limit: "1" })).toMatchObject({ limit: "1" });
  });

  it("of another account is absent", async () => {
    const [{ ctx }, { ctx: other }] = [await testPerson(), await testPerson()];
    const { id } = await make(ctx);
    for (const attempt of [
      () => readBudget(other, id),
      () => changeBudget(other, id, { limit: "1" }),
      () => archiveBudget(other, id),
      () => readBudget(ctx, "nonsense"),
      () => archiveBudget(ctx, "nonsense"),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await readBudget(ctx, id)).toMatchObject({ limit: "50", archived_at: null });
  });
});

it.each([
  [{ limit: "0" }, "limit"],
  [{ limit: "-1" }, "limit"],
  [{ limit: "1e3" }, "limit"],
  [{ limit: "99999999999" }, "limit"],
  [{ limit: 5 }, "limit"],
  [{ scope: "team" }, "scope_value"],
  [{ scope_value: "team" }, "scope_value"],
  [{ period: "hourly" }, "period"],
  [{ starts_on: "2026-11-21" }, "starts_on"],
  [{ period: "total", starts_on: "2026-02-30" }, "starts_on"],
  [{ name: "" }, "name"],
])("a budget with %o names %s", (changes, field) => {
  const read = NewBudget.safeParse({ name: "B", scope: "account", period: "daily", limit: "1", ...changes });
  expect(read.error?.issues[0]?.path).toEqual([field]);
});

it("a change of nothing is refused", () => {
  expect(BudgetChange.safeParse({}).success).toBe(false);
});
