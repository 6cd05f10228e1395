import { beforeAll, describe, expect, it } from "vitest";
import { openHold } from "@/lib/ledger/holds";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { byHand, CHECK, UNIQUE, FOREIGN_KEY, DENIED, insert, type Row } from "@/lib/testing/constraints";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";

/** Tries to break budgets, approvals and mandates by hand, as the application's user. Whatever is tried is rolled back. */
let ctx: Context;
let other: Context;
let hold: string;

const openedIn = async (account: Context) =>
  (
    await openHold(account, {
      amount: parseCredits("1"),
      description: "Work",
      idempotencyKey: newId(),
      expiresAt: null,
    })
  ).hold.id;

beforeAll(async () => {
  [ctx, other] = [await accountWith("100"), await testAccount()];
  hold = await openedIn(ctx);
});

const stateOf = byHand(() => ctx.accountId);

const budget = (changes: Row = {}) =>
  insert("budgets", {
    id: `'${newId()}'`,
    name: "'Budget'",
    scope: "'account'",
    period: "'daily'",
    mode: "'hard'",
    limit_amount: "1",
    starts_on: "'2026-11-21'",
    created_by: "'x'",
    ...changes,
  });

describe("a budget", () => {
  it.each([
    ["of nothing", { limit_amount: "0" }, CHECK],
    ["without a name", { name: "''" }, CHECK],
    ["of a team that it does not name", { scope: "'team'" }, CHECK],
    ["of the account that names something", { scope_value: "'team'" }, CHECK],
    ["of an unknown scope", { scope: "'world'" }, "22P02"],
    ["of an unknown period", { period: "'hourly'" }, "22P02"],
    ["of an account that one may not see", { account_id: `'${newId()}'` }, DENIED],
  ])("is refused %s", async (_, changes, state) => {
    expect(await stateOf(budget(changes))).toBe(state);
  });

  it("is the only one of its scope, period and mode that is live", async () => {
    expect(await stateOf(budget(), budget())).toBe(UNIQUE);
    expect(await stateOf(budget(), budget({ mode: "'warn'" }), budget({ period: "'total'" }))).toBe("none");
    expect(await stateOf(budget(), "UPDATE budgets SET archived_at = now()", budget())).toBe("none");
  });

  it("is never deleted, and never another account's", async () => {
    expect(await stateOf(budget(), "DELETE FROM budgets")).toBe(DENIED);
    expect(await stateOf(budget(), `UPDATE budgets SET account_id = '${other.accountId}'`)).toBe(DENIED);
  });
});

const ID = newId();
const request = (kind: "job" | "mandate", changes: Row = {}) =>
  insert("approvals", {
    id: `'${ID}'`,
    kind: `'${kind}'`,
    request_key: "'key'",
    title: "'Title'",
    amount: "1",
    lasts_seconds: "60",
    requested_by: "'x'",
    decide_by: "now()",
    ...changes,
  });
const DECIDED = { decided_at: "now()", decided_by: "'Ada'" };
const set = (changes: Row) =>
  `UPDATE approvals SET ${Object.entries(changes)
    .map(([column, value]) => `${column} = ${value}`)
    .join(", ")} WHERE id = '${ID}'`;
const approveJob = () => set({ ...DECIDED, status: "'approved'", hold_id: `'${hold}'` });
const approveMandate = () => set({ ...DECIDED, status: "'approved'", valid_until: "now()" });
const decline = () => set({ ...DECIDED, status: "'declined'" });

describe("a request for a person to decide", () => {
  it.each([
    ["of nothing", { amount: "0" }, CHECK],
    ["without a title", { title: "''" }, CHECK],
    ["without a key", { request_key: "''" }, CHECK],
    ["that lasts no time", { lasts_seconds: "0" }, CHECK],
    ["that was decided by nobody", { status: "'declined'", decided_at: "now()" }, CHECK],
    ["that is pending and decided", DECIDED, CHECK],
    ["that is pending and held", { hold_id: "gen_random_uuid()" }, CHECK],
    ["of an account that one may not see", { account_id: `'${newId()}'` }, DENIED],
  ])("is refused %s", async (_, changes, state) => {
    expect(await stateOf(request("job", changes))).toBe(state);
  });

  it("is one for one key", async () => {
    expect(await stateOf(request("job"), request("mandate", { id: "gen_random_uuid()" }))).toBe(UNIQUE);
  });

  it("of a job is approved with a hold of its own account, and with nothing else", async () => {
    expect(await stateOf(request("job"), approveJob())).toBe("none");
    expect(await stateOf(request("job"), set({ ...DECIDED, status: "'approved'" }))).toBe(CHECK);
    const unknown = set({ ...DECIDED, status: "'approved'", hold_id: `'${newId()}'` });
    expect(await stateOf(request("job"), unknown)).toBe(FOREIGN_KEY);
  });

  it("of a mandate is approved with an end, and holds nothing", async () => {
    expect(await stateOf(request("mandate"), approveMandate())).toBe("none");
    expect(await stateOf(request("mandate"), approveJob())).toBe(CHECK);
    expect(await stateOf(request("mandate", { valid_until: "now()" }))).toBe(CHECK);
  });

  it("is decided once", async () => {
    expect(await stateOf(request("job"), approveJob(), decline())).toBe(DENIED);
    expect(await stateOf(request("job"), decline(), approveJob())).toBe(DENIED);
    expect(await stateOf(request("mandate"), decline(), approveMandate())).toBe(DENIED);
    expect(await stateOf(request("mandate"), approveMandate(), set({ valid_until: "now()" }))).toBe(DENIED);
  });

  it("that is a mandate can be revoked, once", async () => {
    const revoke = set({ status: "'revoked'", ended_at: "now()" });
    expect(await stateOf(request("mandate"), approveMandate(), revoke)).toBe("none");
    expect(await stateOf(request("mandate"), approveMandate(), revoke, revoke)).toBe(DENIED);
    expect(await stateOf(request("job"), approveJob(), revoke)).toBe(DENIED);
  });

  it.each([
    ["amount", "2"],
    ["kind", "'mandate'"],
    ["models", "'{o3}'"],
    ["features", "'{judge_run}'"],
  ])("never changes its %s", async (column, value) => {
    expect(await stateOf(request("job"), set({ [column]: value }))).toBe(DENIED);
  });

  it("is never deleted", async () => {
    expect(await stateOf(request("job"), "DELETE FROM approvals")).toBe(DENIED);
  });
});
