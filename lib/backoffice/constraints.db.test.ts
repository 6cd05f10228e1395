import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testOperator } from "@/lib/testing/operators";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

/** Tries to go around the second person by hand, as the application's user. Whatever is tried is rolled back. */
let app: pg.Client;
let ctx: Context;
let other: Context;
let ada: string;
let bob: string;

beforeAll(async () => {
  await ensureDefaultRateCard();
  app = new pg.Client(process.env.DATABASE_URL);
  await app.connect();
  [ctx, other] = [await accountWith("100"), await testAccount()];
  ada = (await testOperator()).person.userId;
  bob = (await testOperator()).person.userId;
});
afterAll(() => app.end());

const [CHECK, UNIQUE, FOREIGN_KEY, DENIED] = ["23514", "23505", "23503", "42501"];

/** The SQLSTATE that the last of some statements ends with, or "none". */
async function stateOf(...statements: string[]): Promise<string> {
  await app.query(`BEGIN; SET LOCAL app.account_id = '${ctx.accountId}'`);
  try {
    for (const statement of statements) await app.query(statement);
    return "none";
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "?") : String(error);
  } finally {
    await app.query("ROLLBACK");
  }
}

type Row = Record<string, string>;

const insert = (table: string, row: Row) =>
  `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;

const ID = newId();
const adjustment = (changes: Row = {}) =>
  insert("adjustments", {
    ...{ account_id: `'${ctx.accountId}'`, id: `'${ID}'`, kind: "'correction'", unit: "'credit'" },
    ...{ amount: "5", reason: "'Charged twice'", proposed_by: `'${ada}'` },
    ...changes,
  });
const decide = (status: string, by: string, more = "") =>
  `UPDATE adjustments SET status = '${status}', decided_by = '${by}', decided_at = now()${more} WHERE id = '${ID}'`;

describe("an adjustment", () => {
  it.each<[string, () => string[], string]>([
    ["as it should be", () => [adjustment()], "none"],
    ["approved by a second person", () => [adjustment(), decide("posted", bob, ", posted_seq = 1")], "none"],
    ["approved by who proposed it", () => [adjustment(), decide("posted", ada, ", posted_seq = 1")], CHECK],
    ["declined by who proposed it", () => [adjustment(), decide("declined", ada)], CHECK],
    ["taken back by somebody else", () => [adjustment(), decide("withdrawn", bob)], CHECK],
    ["posted without a row", () => [adjustment(), decide("posted", bob)], CHECK],
    [
      "posted with a row that is not there",
      () => [adjustment(), decide("posted", bob, ", posted_seq = 99")],
      FOREIGN_KEY,
    ],
    ["declined with a row", () => [adjustment(), decide("declined", bob, ", posted_seq = 1")], CHECK],
    [
      "decided twice",
      () => [adjustment(), decide("declined", bob), decide("posted", bob, ", posted_seq = 1")],
      DENIED,
    ],
    [
      "of another amount than was proposed",
      () => [adjustment(), `UPDATE adjustments SET amount = 6 WHERE id = '${ID}'`],
      DENIED,
    ],
    [
      "with another proposer",
      () => [adjustment(), `UPDATE adjustments SET proposed_by = '${bob}' WHERE id = '${ID}'`],
      DENIED,
    ],
    ["deleted", () => [adjustment(), `DELETE FROM adjustments WHERE id = '${ID}'`], DENIED],
    ["proposed twice", () => [adjustment(), adjustment()], UNIQUE],
    ["of nothing", () => [adjustment({ amount: "0" })], CHECK],
    ["without a reason", () => [adjustment({ reason: "''" })], CHECK],
    ["a correction that expires", () => [adjustment({ expires_at: "now() + interval '1 day'" })], CHECK],
    ["a grant that takes", () => [adjustment({ kind: "'grant'", amount: "-5" })], CHECK],
    ["by nobody", () => [adjustment({ proposed_by: `'${newId()}'` })], FOREIGN_KEY],
    [
      "of an account that the transaction does not see",
      () => [adjustment({ account_id: `'${other.accountId}'` })],
      DENIED,
    ],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});

const reRate = (changes: Row = {}) =>
  insert("re_rates", {
    ...{ id: `'${ID}'`, reason: "'Agreed'", version: "1", from_at: "'2026-01-01'", until_at: "'2026-01-02'" },
    ...{ proposed_by: `'${ada}'` },
    ...changes,
  });
const move = (status: string, by: string | null = null) =>
  `UPDATE re_rates SET status = '${status}', previewed_at = now()${by ? `, decided_by = '${by}', decided_at = now()` : ""} WHERE id = '${ID}'`;
const share = insert("re_rate_accounts", {
  ...{
    account_id: `(SELECT current_setting('app.account_id')::uuid)`,
    re_rate_id: `'${ID}'`,
    unit: "'credit'",
  },
  ...{ calls: "1", changed: "1", left_out: "0", old_charge: "5", new_charge: "3" },
});

describe("a re-rate", () => {
  it.each<[string, () => string[], string]>([
    ["approved by a second person", () => [reRate(), share, move("proposed"), move("approved", bob)], "none"],
    ["approved by who proposed it", () => [reRate(), move("proposed"), move("approved", ada)], CHECK],
    ["approved by nobody", () => [reRate(), move("proposed"), move("approved")], CHECK],
    ["decided twice", () => [reRate(), move("declined", bob), move("approved", bob)], DENIED],
    [
      "of another version than was proposed",
      () => [reRate(), "UPDATE re_rates SET version = version + 1"],
      DENIED,
    ],
    ["previewed again after it was proposed", () => [reRate(), move("proposed"), move("previewing")], DENIED],
    ["with another share after it was proposed", () => [reRate(), move("proposed"), share], DENIED],
    [
      "with another amount after it was proposed",
      () => [reRate(), share, move("proposed"), "UPDATE re_rate_accounts SET new_charge = 0"],
      DENIED,
    ],
    [
      "with another amount after it was approved",
      () => [
        reRate(),
        share,
        move("proposed"),
        move("approved", bob),
        "UPDATE re_rate_accounts SET new_charge = 0",
      ],
      DENIED,
    ],
    [
      "with a share that is gone",
      () => [reRate(), share, move("proposed"), "DELETE FROM re_rate_accounts"],
      DENIED,
    ],
    ["of what is still to come", () => [reRate({ until_at: "now() + interval '1 day'" })], CHECK],
    ["of no time at all", () => [reRate({ until_at: "'2026-01-01'" })], CHECK],
    ["deleted", () => [reRate(), "DELETE FROM re_rates"], DENIED],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});

const reRateDay = (changes: Row = {}) =>
  insert("re_rate_days", {
    ...{ account_id: `'${ctx.accountId}'`, re_rate_id: `'${ID}'`, unit: "'credit'" },
    ...{
      posted_on: "'2026-11-21'",
      used_on: "'2026-11-20'",
      feature: "'judge_run'",
      calls: "1",
      charge: "-2",
    },
    ...Object.fromEntries(
      ["operation", "model", "member", "team", "project", "key_id", "mandate", "resource"].map((name) => [
        name,
        "''",
      ]),
    ),
    ...changes,
  });

describe("what a re-rate changed, by day", () => {
  it.each<[string, () => string[], string]>([
    ["as it should be", () => [reRate(), share, reRateDay()], "none"],
    ["twice", () => [reRate(), share, reRateDay(), reRateDay()], UNIQUE],
    ["of no share", () => [reRate(), reRateDay()], FOREIGN_KEY],
    ["of no call", () => [reRate(), share, reRateDay({ calls: "0" })], CHECK],
    [
      "with another amount",
      () => [reRate(), share, reRateDay(), "UPDATE re_rate_days SET charge = 0"],
      DENIED,
    ],
    ["deleted", () => [reRate(), share, reRateDay(), "DELETE FROM re_rate_days"], DENIED],
    [
      "of an account that the transaction does not see",
      () => [reRate(), share, reRateDay({ account_id: `'${other.accountId}'` })],
      DENIED,
    ],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});

const view = (changes: Row = {}) =>
  insert("operator_views", {
    ...{
      id: `'${newId()}'`,
      operator_id: `'${ada}'`,
      session_id: `'${ID}'`,
      account_id: `'${ctx.accountId}'`,
    },
    ...{ reason: "'Ticket 42'", expires_at: "now() + interval '1 hour'" },
    ...changes,
  });

describe("a view", () => {
  it.each<[string, () => string[], string]>([
    [
      "as it should be",
      () => [view(), "UPDATE operator_views SET ended_at = now() WHERE session_id = '" + ID + "'"],
      "none",
    ],
    ["beside another one of the session", () => [view(), view()], UNIQUE],
    ["that never ends", () => [view({ expires_at: "now() + interval '9 hours'" })], CHECK],
    ["without a reason", () => [view({ reason: "''" })], CHECK],
    [
      "that is made longer",
      () => [view(), "UPDATE operator_views SET expires_at = expires_at + interval '1 hour'"],
      DENIED,
    ],
    [
      "of another account afterwards",
      () => [view(), `UPDATE operator_views SET account_id = '${other.accountId}'`],
      DENIED,
    ],
    ["that is forgotten", () => [view(), "DELETE FROM operator_views"], DENIED],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});

const gift = (changes: Row = {}) =>
  insert("operator_gifts", {
    ...{
      account_id: `'${ctx.accountId}'`,
      id: `'${ID}'`,
      operator_id: `'${ada}'`,
      kind: "'contract'",
      amount: "5",
    },
    ...changes,
  });

describe("what one operator gives away", () => {
  it.each<[string, () => string[], string]>([
    ["as it should be", () => [gift()], "none"],
    ["twice", () => [gift(), gift()], UNIQUE],
    ["of nothing", () => [gift({ amount: "0" })], CHECK],
    ["of another kind", () => [gift({ kind: "'present'" })], CHECK],
    ["by nobody", () => [gift({ operator_id: `'${newId()}'` })], FOREIGN_KEY],
    ["made smaller afterwards", () => [gift(), "UPDATE operator_gifts SET amount = 1"], DENIED],
    ["forgotten", () => [gift(), "DELETE FROM operator_gifts"], DENIED],
    [
      "to an account that the transaction does not see",
      () => [gift({ account_id: `'${other.accountId}'` })],
      DENIED,
    ],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});

describe("a limit and a plan", () => {
  it.each<[string, () => string[], string]>([
    [
      "a limit below nothing",
      () => [
        insert("operator_limits", { operator_id: `'${ada}'`, credits: "-1", tool_runs: "0", set_by: "'x'" }),
      ],
      CHECK,
    ],
    [
      "a plan without a name",
      () => [insert("account_plans", { account_id: `'${ctx.accountId}'`, name: "''", set_by: "'x'" })],
      CHECK,
    ],
    [
      "a plan of an account that the transaction does not see",
      () => [insert("account_plans", { account_id: `'${other.accountId}'`, name: "'Free'", set_by: "'x'" })],
      DENIED,
    ],
  ])("%s", async (_name, statements, state) => {
    expect(await stateOf(...statements())).toBe(state);
  });
});
