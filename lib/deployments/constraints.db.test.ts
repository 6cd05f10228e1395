import { beforeAll, describe, expect, it } from "vitest";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { byHand, CHECK, UNIQUE, FOREIGN_KEY, DENIED, insert, type Row } from "@/lib/testing/constraints";
import { ensureDefaultRateCard } from "@/lib/testing/deployments";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

/** Tries to break the tables of what runs by hand, as the application's user. Whatever is tried is rolled back. */
let ctx: Context;
let other: Context;

beforeAll(async () => {
  await ensureDefaultRateCard();
  [ctx, other] = [await accountWith("100"), await testAccount()];
});

const stateOf = byHand(() => ctx.accountId);

const T0 = "'2026-11-01T00:00:00Z'";
const T1 = "'2026-11-01T06:00:00Z'";
const T2 = "'2026-11-02T00:00:00Z'";
const resource = (changes: Row = {}) =>
  insert(
    "resources",
    { kind: "'guardrail'", id: "'g'", name: "'G'", status: "'draft'", created_at: T0, updated_at: T0 },
    changes,
  );
const change = (changes: Row = {}) =>
  insert(
    "resource_status_changes",
    { kind: "'guardrail'", id: "'g'", no: "1", at: T0, status: "'draft'", changed_by: "'x'" },
    changes,
  );
const instance = (changes: Row = {}) =>
  insert(
    "instances",
    {
      id: "'i'",
      kind: "'inference'",
      mode: "'cycle'",
      units: "1",
      replicas: "1",
      started_at: T0,
      next_cycle_at: T2,
      fingerprint: "sha256('x')",
    },
    changes,
  );
const cycle = (changes: Row = {}) =>
  insert(
    "instance_cycles",
    {
      instance_id: "'i'",
      no: "1",
      from_at: T0,
      until_at: T2,
      replicas: "1",
      rate_card: "1",
      held: "0",
      components: "'[]'",
    },
    changes,
  );
const settled = { to_at: T1, used: "0", settled_at: T1 };

describe("a resource", () => {
  it("can be what it is", async () => expect(await stateOf(resource(), change())).toBe("none"));

  it.each([
    ["without a name", [resource({ name: "''" })], CHECK],
    ["with a slash in its id", [resource({ id: "'a/b'" })], CHECK],
    ["with a space in its id", [resource({ id: "'a b'" })], CHECK],
    ["of an unknown kind", [resource({ kind: "'toaster'" })], "22P02"],
    ["twice", [resource(), resource()], UNIQUE],
    ["with a parent that is no model", [resource({ kind: "'deployment'", parent: "'m'" })], FOREIGN_KEY],
    ["with a parent, and no deployment", [resource({ parent: "'m'" })], CHECK],
    ["with a size, and no volume", [resource({ size_gb: "1" })], CHECK],
    ["deployed, and never before", [resource({ status: "'deployed'" })], CHECK],
    ["of an account that the transaction did not name", [resource({ account_id: `'${newId()}'` })], DENIED],
  ])("is refused %s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));

  it("keeps its history as it was", async () => {
    expect(await stateOf(change())).toBe(FOREIGN_KEY);
    expect(await stateOf(resource(), change(), change())).toBe(UNIQUE);
    expect(await stateOf(resource(), change(), "UPDATE resource_status_changes SET note = 'x'")).toBe(DENIED);
    expect(await stateOf(resource(), change(), "DELETE FROM resource_status_changes")).toBe(DENIED);
    expect(await stateOf(resource(), "DELETE FROM resources")).toBe(DENIED);
  });
});

describe("an instance", () => {
  it("can be what it is", async () => expect(await stateOf(instance(), cycle())).toBe("none"));

  it.each([
    ["of no replica", [instance({ replicas: "0" })], CHECK],
    ["of a fixed duration without an end", [instance({ mode: "'fixed'" })], CHECK],
    ["that ends before it began", [instance({ mode: "'fixed'", planned_until: T0 })], CHECK],
    ["that runs and was stopped", [instance({ stopped_at: T1 })], CHECK],
    ["that was stopped and has a next cycle", [instance({ status: "'stopped'", stopped_at: T1 })], CHECK],
    [
      "of a resource that is not there",
      [instance({ resource_kind: "'guardrail'", resource_id: "'x'" })],
      FOREIGN_KEY,
    ],
    ["with half a resource", [instance({ resource_id: "'x'" })], CHECK],
    ["twice", [instance(), instance()], UNIQUE],
  ])("is refused %s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));

  it("ends once, and is never another", async () => {
    const end = `UPDATE instances SET status = 'stopped', stopped_at = ${T1}, next_cycle_at = NULL`;
    expect(await stateOf(instance(), end)).toBe("none");
    expect(await stateOf(instance(), end, "UPDATE instances SET stop_reason = 'x'")).toBe(DENIED);
    expect(await stateOf(instance(), "UPDATE instances SET kind = 'guardrail'")).toBe(DENIED);
    expect(await stateOf(instance(), "DELETE FROM instances")).toBe(DENIED);
  });
});

describe("a cycle", () => {
  const second = (changes: Row = {}) => cycle({ no: "2", from_at: T1, ...changes });

  it("begins where the one before ended", async () => {
    expect(await stateOf(instance(), cycle(settled), second())).toBe("none");
    expect(await stateOf(instance(), cycle(settled), second({ from_at: T0 }))).toBe(FOREIGN_KEY);
    expect(
      await stateOf(instance(), cycle(settled), second({ from_at: T2, until_at: "'2026-11-03T00:00:00Z'" })),
    ).toBe(FOREIGN_KEY);
    expect(await stateOf(instance(), cycle(settled), second({ no: "3" }))).toBe(FOREIGN_KEY);
  });

  it.each([
    ["of no instance", [cycle()], FOREIGN_KEY],
    ["beside another that is open", [instance(), cycle(), cycle({ no: "2" })], UNIQUE],
    ["with a number twice", [instance(), cycle(settled), cycle()], UNIQUE],
    ["of no time", [instance(), cycle({ until_at: T0 })], CHECK],
    ["that ran backwards", [instance(), cycle({ ...settled, to_at: "'2026-10-01T00:00:00Z'" })], CHECK],
    ["that ended without a sum", [instance(), cycle({ to_at: T1, settled_at: T1 })], CHECK],
    ["held for without a hold", [instance(), cycle({ held: "1" })], CHECK],
    [
      "with a hold that is not there",
      [instance(), cycle({ held: "1", hold_id: `'${newId()}'` })],
      FOREIGN_KEY,
    ],
    ["by no rate card", [instance(), cycle({ rate_card: "999" })], FOREIGN_KEY],
  ])("is refused %s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));

  it("is settled once, on the terms that it began with", async () => {
    const end = `UPDATE instance_cycles SET to_at = ${T1}, used = 0, settled_at = now()`;
    expect(await stateOf(instance(), cycle(), end)).toBe("none");
    expect(await stateOf(instance(), cycle(), end, "UPDATE instance_cycles SET used = 1")).toBe(DENIED);
    expect(await stateOf(instance(), cycle(), "UPDATE instance_cycles SET replicas = 2")).toBe(DENIED);
    expect(await stateOf(instance(), cycle(), "DELETE FROM instance_cycles")).toBe(DENIED);
  });
});

it("shows nothing of what runs to a transaction of another account", async () => {
  const seen = `DO $$ BEGIN
    IF EXISTS (SELECT FROM resources) OR EXISTS (SELECT FROM resource_status_changes)
      OR EXISTS (SELECT FROM instances) OR EXISTS (SELECT FROM instance_cycles) THEN
      RAISE unique_violation;
    END IF;
  END $$`;
  const written = [resource(), change(), instance(), cycle()];
  expect(await stateOf(...written, seen)).toBe(UNIQUE);
  expect(await stateOf(...written, `SET LOCAL app.account_id = '${other.accountId}'`, seen)).toBe("none");
});
