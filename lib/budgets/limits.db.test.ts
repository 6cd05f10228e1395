import { describe, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { openHold, releaseHold } from "@/lib/ledger/holds";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import type { WorkScope } from "@/lib/ledger/types";
import { accountWith } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, parseCredits } from "@/lib/values/money";
import { startOfDay, utcDay } from "@/lib/values/time";
import { hasLimits, lockLimits, readLimits, requireWithin } from "./limits";

interface Row {
  scope?: "account" | "team" | "project" | "member" | "key" | "feature";
  scopeValue?: string;
  period?: "daily" | "weekly" | "monthly" | "total";
  mode?: "hard" | "warn";
}

async function budget(ctx: Context, limit: string, row: Row = {}): Promise<string> {
  const id = newId();
  await inAccount(ctx.accountId, (tx) =>
    tx.budget.create({
      data: {
        accountId: ctx.accountId,
        id,
        name: `Up to ${limit}`,
        scope: "account",
        period: "monthly",
        mode: "hard",
        ...row,
        limitAmount: parseCredits(limit),
        startsOn: startOfDay(utcDay(new Date())),
        createdBy: "test",
      },
    }),
  );
  return id;
}

const work = (scope: Partial<WorkScope> = {}): WorkScope => ({ ...NO_SCOPE, ...scope });
const lock = (ctx: Context, scope: WorkScope, now = new Date()) =>
  inAccount(ctx.accountId, (tx) => lockLimits(tx, ctx.accountId, scope, now));
const hold = (ctx: Context, amount: string, scope: WorkScope) =>
  openHold(ctx, {
    unit: "credit",
    amount: parseCredits(amount),
    description: "Work",
    idempotencyKey: newId(),
    expiresAt: null,
    scope,
  });

describe("the limits of work", () => {
  it("are the live hard budgets that cover it, and no others", async () => {
    const ctx = await accountWith("10");
    expect(await hasLimits(ctx.accountId, work({ team: "a" }))).toBe(false);
    const ofTeam = await budget(ctx, "5", { scope: "team", scopeValue: "a" });
    await budget(ctx, "5", { scope: "team", scopeValue: "b" });
    await budget(ctx, "5", { scope: "feature", scopeValue: "a" });
    const warns = await budget(ctx, "5", { mode: "warn" });
    const archived = await budget(ctx, "1");
    await inAccount(ctx.accountId, (tx) =>
      tx.budget.updateMany({ where: { id: archived }, data: { archivedAt: new Date() } }),
    );
    expect(await hasLimits(ctx.accountId, work({ team: "a" }))).toBe(true);
    expect(await hasLimits(ctx.accountId, work())).toBe(false);
    expect((await lock(ctx, work({ team: "a" }))).map(({ id }) => id)).toEqual([ofTeam]);
    const read = await readLimits(ctx.accountId, work({ team: "a" }), new Date());
    expect(read.map(({ id }) => id)).toEqual([ofTeam, warns].toSorted());
  });

  it("are found by each thing that the work names", async () => {
    const { ctx, person } = await testPerson();
    const key = newId();
    const named = {
      team: await budget(ctx, "5", { scope: "team", scopeValue: "a" }),
      project: await budget(ctx, "5", { scope: "project", scopeValue: "a" }),
      member: await budget(ctx, "5", { scope: "member", scopeValue: person.email }),
      key: await budget(ctx, "5", { scope: "key", scopeValue: key }),
      feature: await budget(ctx, "5", { scope: "feature", scopeValue: "a" }),
    };
    const account = await budget(ctx, "5");
    const found = async (scope: Partial<WorkScope>) =>
      (await lock(ctx, work(scope))).map(({ id }) => id).filter((id) => id !== account);
    expect(await found({ team: "a" })).toEqual([named.team]);
    expect(await found({ project: "a" })).toEqual([named.project]);
    expect(await found({ member: person.email })).toEqual([named.member]);
    expect(await found({ member: person.email.toUpperCase() })).toEqual([named.member]);
    expect(await found({ member: person.userId })).toEqual([named.member]);
    expect(await found({ keyId: key })).toEqual([named.key]);
    expect(await found({ feature: "a" })).toEqual([named.feature]);
    expect(await found({ operation: "a", model: "a", team: "b", member: newId() })).toEqual([]);
    const all = { team: "a", project: "a", member: person.userId, keyId: key, feature: "a" };
    expect(await found(all)).toEqual(Object.values(named).toSorted());
  });

  it("count open holds in their scope until these end, at any time", async () => {
    const ctx = await accountWith("10");
    await budget(ctx, "5", { scope: "project", scopeValue: "a", period: "daily" });
    const { hold: open } = await hold(ctx, "2", work({ project: "a" }));
    await hold(ctx, "3", work({ project: "b" }));
    const [state] = await lock(ctx, work({ project: "a" }));
    expect(state && [formatCredits(state.held), formatCredits(state.remaining)]).toEqual(["2", "3"]);
    expect(() => requireWithin(state ? [state] : [], parseCredits("3.000000001"))).toThrow(/3 ECU left of 5/);
    await releaseHold(ctx, open.id, newId());
    expect((await lock(ctx, work({ project: "a" })))[0]?.held).toBe(0n);
  });

  it("name a mandate that the account does not have as a fault of the request", async () => {
    const ctx = await accountWith("10");
    for (const mandate of [newId(), "nonsense"]) {
      expect(await hasLimits(ctx.accountId, work({ mandate }))).toBe(true);
      await expect(lock(ctx, work({ mandate }))).rejects.toMatchObject({
        code: "invalid_request",
        faults: [{ field: "mandate" }],
      });
    }
  });
});
