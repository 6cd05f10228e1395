import { beforeAll, describe, expect, it } from "vitest";
import { testAccount } from "@/lib/testing/accounts";
import {
  byHand,
  CHECK,
  DENIED,
  FOREIGN_KEY,
  insert,
  insertInto,
  type Row,
  UNIQUE,
} from "@/lib/testing/constraints";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

let ctx: Context;
let other: Context;
beforeAll(async () => {
  [ctx, other] = [await testAccount(), await testAccount()];
});
const stateOf = byHand(() => ctx.accountId);

const [ENDPOINT, EVENT, DELIVERY] = [newId(), newId(), newId()];
const SECRET = "decode(repeat('ab', 32), 'hex')";
const endpoint = (changes: Row = {}) =>
  insert(
    "webhook_endpoints",
    { id: `'${ENDPOINT}'`, url: "'https://example.com'", secret: SECRET, created_by: "'Ada'" },
    changes,
  );
const event = (changes: Row = {}) =>
  insert(
    "webhook_events",
    { id: `'${EVENT}'`, type: "'balance.added'", data: "'{}'", cause: "'balance.added:1'" },
    changes,
  );
const delivery = (changes: Row = {}) =>
  insert(
    "webhook_deliveries",
    { id: `'${DELIVERY}'`, endpoint_id: `'${ENDPOINT}'`, event_id: `'${EVENT}'` },
    changes,
  );
const attempt = (changes: Row = {}) =>
  insert("webhook_attempts", { delivery_id: `'${DELIVERY}'`, no: "1", took_ms: "5", status: "204" }, changes);
const told = (...more: string[]) => [endpoint(), event(), delivery(), ...more];

type Case = [what: string, statements: string[], state: string];

describe("an endpoint", () => {
  it.each<Case>([
    ["as it should be", [endpoint()], "none"],
    ["with an address that is none of the web's", [endpoint({ url: "'ftp://example.com'" })], CHECK],
    ["with an address without end", [endpoint({ url: "'https://' || repeat('x', 2000)" })], CHECK],
    ["that hears of more than there is", [endpoint({ types: "array_fill('a'::text, ARRAY[101])" })], CHECK],
    ["with a secret that is none", [endpoint({ secret: "''" })], CHECK],
    ["whose old secret never ends", [endpoint({ old_secret: SECRET })], CHECK],
    ["whose end of an old secret is of none", [endpoint({ old_secret_until: "now()" })], CHECK],
    ["that has ended and goes on", [endpoint({ ended_because: "'gone'" })], CHECK],
    [
      "that ended for no reason of ours",
      [endpoint({ is_enabled: "false", ended_because: "'bored'" })],
      CHECK,
    ],
    ["that is deleted and goes on", [endpoint({ deleted_at: "now()", secret: "''" })], CHECK],
    ["that is deleted and keeps its secret", [endpoint({ deleted_at: "now()", is_enabled: "false" })], CHECK],
    [
      "that is deleted as it should be",
      [endpoint({ deleted_at: "now()", is_enabled: "false", secret: "''" })],
      "none",
    ],
    ["twice", [endpoint(), endpoint()], UNIQUE],
    ["that is removed as if it had never been", [endpoint(), "DELETE FROM webhook_endpoints"], DENIED],
  ])("%s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));
});

describe("an event", () => {
  it.each<Case>([
    ["as it should be", [event()], "none"],
    ["whose type is a sentence", [event({ type: "'Balance added'" })], CHECK],
    ["whose data is a list", [event({ data: "'[]'" })], CHECK],
    ["without a cause", [event({ cause: "''" })], CHECK],
    ["with a cause without end", [event({ cause: "repeat('x', 301)" })], CHECK],
    ["of a cause that was told", [event(), event({ id: `'${newId()}'` })], UNIQUE],
    ["that says something else afterwards", [event(), "UPDATE webhook_events SET data = '{}'"], DENIED],
  ])("%s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));
});

describe("a delivery", () => {
  const change = (set: string) => `UPDATE webhook_deliveries SET ${set} WHERE id = '${DELIVERY}'`;

  it.each<Case>([
    ["as it should be", told(), "none"],
    ["that arrived", told(change("status = 'delivered', attempts = 1, ended_at = now()")), "none"],
    ["that arrived without being sent", told(change("status = 'delivered', ended_at = now()")), CHECK],
    ["that has ended at no time", told(change("status = 'failed'")), CHECK],
    ["that is due and has ended", told(change("ended_at = now()")), CHECK],
    ["with fewer attempts than none", told(change("attempts = -1")), CHECK],
    ["asked for again before it was tried", told(change("attempts_before = 1")), CHECK],
    ["twice to one endpoint", told(delivery({ id: `'${newId()}'` })), UNIQUE],
    ["to nobody", [event(), delivery()], FOREIGN_KEY],
    ["of nothing", [endpoint(), delivery()], FOREIGN_KEY],
    ["that is taken away by itself", told("DELETE FROM webhook_deliveries"), DENIED],
  ])("%s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));

  it("goes with its event, and its attempts with it", async () => {
    const gone = `DO $$ BEGIN
      IF EXISTS (SELECT FROM webhook_deliveries) OR EXISTS (SELECT FROM webhook_attempts) THEN
        RAISE unique_violation;
      END IF;
    END $$`;
    expect(await stateOf(...told(attempt(), gone))).toBe(UNIQUE);
    expect(await stateOf(...told(attempt(), "DELETE FROM webhook_events", gone))).toBe("none");
  });
});

describe("an attempt", () => {
  it.each<Case>([
    ["as it should be", told(attempt()), "none"],
    ["that nothing answered", told(attempt({ status: "NULL", error: "'timeout'" })), "none"],
    ["without an answer and without a reason", told(attempt({ status: "NULL" })), CHECK],
    ["with an answer that HTTP does not have", told(attempt({ status: "99" })), CHECK],
    ["before the first", told(attempt({ no: "0" })), CHECK],
    ["that took less than no time", told(attempt({ took_ms: "-1" })), CHECK],
    ["with an answer without end", told(attempt({ answer: "repeat('x', 1001)" })), CHECK],
    ["with a reason without end", told(attempt({ error: "repeat('x', 301)" })), CHECK],
    ["twice under one number", told(attempt(), attempt()), UNIQUE],
    ["of no delivery", [attempt()], FOREIGN_KEY],
    [
      "that is told otherwise afterwards",
      told(attempt(), "UPDATE webhook_attempts SET status = 500"),
      DENIED,
    ],
  ])("%s", async (_, statements, state) => expect(await stateOf(...statements)).toBe(state));
});

it.each(["webhook_endpoints", "webhook_events", "webhook_deliveries", "webhook_attempts"])(
  "a row of %s is written in no other account, and shown to none",
  async (table) => {
    const rows: Record<string, () => string[]> = {
      webhook_endpoints: () => [endpoint({ account_id: `'${other.accountId}'` })],
      webhook_events: () => [event({ account_id: `'${other.accountId}'` })],
      webhook_deliveries: () => [endpoint(), event(), delivery({ account_id: `'${other.accountId}'` })],
      webhook_attempts: () => told(attempt({ account_id: `'${other.accountId}'` })),
    };
    expect(await stateOf(...(rows[table]?.() ?? []))).toBe(DENIED);
    const seen = (account: string) =>
      `SET LOCAL app.account_id = '${account}'; ${insertInto("pg_temp.seen", { one: `(SELECT 1 / count(*)::int FROM ${table})` })}`;
    const look = "CREATE TEMP TABLE seen (one int)";
    expect(await stateOf(look, ...told(attempt()), seen(ctx.accountId))).toBe("none");
    // Nothing to be divided by.
    expect(await stateOf(look, ...told(attempt()), seen(other.accountId))).toBe("22012");
  },
);
