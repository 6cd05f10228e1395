import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";

/** Tries to break the books by hand, as the application's user and as a superuser. Whatever is tried is rolled back. */
let app: pg.Client;
let owner: pg.Client;
let ctx: Context;

beforeAll(async () => {
  app = new pg.Client(process.env.DATABASE_URL);
  owner = new pg.Client(process.env.TEST_OWNER_URL);
  await Promise.all([app.connect(), owner.connect()]);
  ctx = await accountWith("100");
});
afterAll(() => Promise.all([app.end(), owner.end()]));

/** The SQLSTATE that a statement ends with, or "none". Names of constraints are not part of it: they differ when distributed. */
async function stateOf(client: pg.Client, sql: string, values: unknown[] = []): Promise<string> {
  await client.query(`BEGIN; SET LOCAL app.account_id = '${ctx.accountId}'`);
  try {
    await client.query(sql, values);
    return "none";
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "?") : String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}

const CHECK = "23514";
const UNIQUE = "23505";
const FOREIGN_KEY = "23503";
const DENIED = "42501";

const NANO = 1_000_000_000n;

function insertRow(changes: Record<string, string>): string {
  const row: Record<string, string> = {
    account_id: `'${ctx.accountId}'`,
    unit: "'credit'",
    seq: "2",
    created_at: "now()",
    type: "'spend'",
    amount: `${-NANO}`,
    balance_before: `${100n * NANO}`,
    balance_after: `${99n * NANO}`,
    description: "'by hand'",
    source: "'api'",
    idempotency_key: "'by hand'",
    hash: "sha256('x')",
    ...changes,
  };
  return `INSERT INTO transactions (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
}

describe("a ledger row", () => {
  it("can be appended where the chain ended", async () => {
    expect(await stateOf(app, insertRow({}))).toBe("none");
  });

  it.each([
    ["whose amount does not add up", { balance_after: "1" }, CHECK],
    [
      "that starts where no row ended",
      { balance_before: `${50n * NANO}`, balance_after: `${49n * NANO}` },
      FOREIGN_KEY,
    ],
    ["that leaves a gap", { seq: "3" }, FOREIGN_KEY],
    ["in the place of another", { seq: "1", balance_before: "0", balance_after: `${-NANO}` }, UNIQUE],
    ["that begins a chain above zero", { unit: "'tool_run'", seq: "1" }, CHECK],
    ["of nothing", { amount: "0", balance_after: `${100n * NANO}` }, CHECK],
    ["with the wrong sign", { type: "'topup'" }, CHECK],
    ["with the wrong sign the other way", { amount: `${NANO}`, balance_after: `${101n * NANO}` }, CHECK],
    ["without a description", { description: "''" }, CHECK],
    ["with a short hash", { hash: "'x'" }, CHECK],
    ["with half a reference", { ref_type: "'usage_event'" }, CHECK],
    ["beyond the range", { amount: "-9223372036854775808", balance_after: "-9223372036854775808" }, CHECK],
    ["of an unknown type", { type: "'gift'" }, "22P02"],
  ])("is refused when it is one %s", async (_, changes, state) => {
    expect(await stateOf(app, insertRow(changes))).toBe(state);
  });

  it("is refused when its idempotency key is taken", async () => {
    const [row] = (
      await owner.query("SELECT idempotency_key FROM transactions WHERE account_id = $1", [ctx.accountId])
    ).rows;
    expect(await stateOf(app, insertRow({ idempotency_key: `'${row.idempotency_key}'` }))).toBe(UNIQUE);
  });

  it.each([
    "UPDATE transactions SET amount = amount",
    "DELETE FROM transactions",
    "TRUNCATE transactions CASCADE",
    "ALTER TABLE transactions DISABLE TRIGGER ALL",
  ])("cannot be touched by the application: %s", async (sql) => expect(await stateOf(app, sql)).toBe(DENIED));

  it.each([
    "UPDATE transactions SET description = 'x'",
    "DELETE FROM transactions",
    "TRUNCATE transactions CASCADE",
    "UPDATE grants SET amount = 1",
    "DELETE FROM grants",
    "TRUNCATE grants",
  ])("cannot be touched by the owner of the tables without disabling a trigger: %s", async (sql) => {
    expect(await stateOf(owner, sql)).toBe(DENIED);
  });
});

describe("what is written once", () => {
  // Triggers need a row to fire: each table gets one, which goes with the transaction.
  const rows: Record<string, string> = {
    usage_events: `(account_id, id, occurred_at, received_at, feature, cost_usd, cost_source, rate_card, charge, fingerprint)
      VALUES ($1, 'e', now(), now(), 'model_inference', 0, 'none', 1, 0, sha256('x'))`,
    audit_log: `(account_id, id, actor_kind, actor_id, actor_name, action)
      VALUES ($1, '0199aaaa-0000-7000-8000-000000000001', 'system', 'test', 'test', 'test')`,
    rate_cards: "(account_id, valid_from, credit_value, created_by) VALUES ($1, now(), 1, 'test')",
  };

  /** What a statement meets on a table that has a row of ours; first that the row may be written at all. */
  async function changing(table: string, sql: string, client: pg.Client): Promise<string[]> {
    await client.query(`BEGIN; SET LOCAL app.account_id = '${ctx.accountId}'`);
    const attempt = (text: string, values: unknown[] = []) =>
      client.query(text, values).then(
        ({ rowCount }) => `${rowCount} rows`,
        (error: pg.DatabaseError) => error.code ?? "?",
      );
    const outcomes = [
      await attempt(`INSERT INTO ${table} ${rows[table]}`, [ctx.accountId]),
      await attempt(sql),
    ];
    await client.query("ROLLBACK");
    return outcomes;
  }

  it.each([
    ["usage_events", "UPDATE usage_events SET charge = charge"],
    ["usage_events", "DELETE FROM usage_events"],
    ["usage_events", "TRUNCATE usage_events CASCADE"],
    ["audit_log", "UPDATE audit_log SET action = action"],
    ["audit_log", "DELETE FROM audit_log"],
    ["audit_log", "TRUNCATE audit_log"],
    ["rate_cards", "UPDATE rate_cards SET note = note"],
    ["rate_cards", "DELETE FROM rate_cards"],
  ])("in %s is changed neither by the application nor by the owner of the tables: %s", async (table, sql) => {
    expect(await changing(table, sql, app)).toEqual(["1 rows", DENIED]);
    expect(await changing(table, sql, owner)).toEqual(["1 rows", DENIED]);
  });
});

describe("a wallet", () => {
  it.each([
    [
      "whose open grants are not its balance",
      "UPDATE wallets SET balance = balance + 1 WHERE unit = 'credit'",
      CHECK,
    ],
    ["that holds less than nothing", "UPDATE wallets SET held = -1", CHECK],
    ["without open grants for its balance", "UPDATE wallets SET lots = '[]' WHERE unit = 'credit'", CHECK],
    [
      "whose two grants do not add up",
      `UPDATE wallets SET lots = '[{"remaining":"1"},{"remaining":"2"}]' WHERE unit = 'credit'`,
      CHECK,
    ],
    ["with a twin", "INSERT INTO wallets SELECT * FROM wallets", UNIQUE],
    ["deleted", "DELETE FROM wallets", DENIED],
  ])("is refused when it is one %s", async (_, sql, state) => {
    expect(await stateOf(app, sql)).toBe(state);
  });
});

describe("a hold", () => {
  const open = `INSERT INTO holds (account_id, id, kind, amount, description, idempotency_key, created_at)
    VALUES ($1, '0199aaaa-0000-7000-8000-000000000001', 'reservation', 5, 'h', 'h', now())`;

  it.each([
    ["with an end but still open", "UPDATE holds SET ended_at = now()", CHECK],
    [
      "captured without saying what was used",
      "UPDATE holds SET status = 'captured', ended_at = now(), ended_key = 'k'",
      CHECK,
    ],
    ["of another amount than it was opened with", "UPDATE holds SET amount = 6", DENIED],
    ["deleted", "DELETE FROM holds", DENIED],
  ])("is refused when it is one %s", async (_, sql, state) => {
    await app.query(`BEGIN; SET LOCAL app.account_id = '${ctx.accountId}'`);
    await app.query(open, [ctx.accountId]);
    const found = await app.query(sql).then(
      () => "none",
      (error: pg.DatabaseError) => error.code,
    );
    await app.query("ROLLBACK");
    expect(found).toBe(state);
  });

  it("ends once", async () => {
    const end = "UPDATE holds SET status = 'released', ended_at = now(), ended_key = 'k'";
    await app.query(`BEGIN; SET LOCAL app.account_id = '${ctx.accountId}'`);
    await app.query(open, [ctx.accountId]);
    await app.query(end);
    const again = await app.query(end.replace("released", "expired")).then(
      () => "none",
      (error: pg.DatabaseError) => error.code,
    );
    await app.query("ROLLBACK");
    expect(again).toBe(DENIED);
  });
});

describe("row-level security", () => {
  // An operator's view is found by their session, before any account is known: it is theirs, not the account's.
  const tenantTables = `SELECT c.relname AS name, c.relrowsecurity AS secured FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'account_id' AND a.attnotnull
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'operator_views' ORDER BY 1`;

  it("stands on every table that has an account", async () => {
    const { rows } = await owner.query<{ name: string; secured: boolean }>(tenantTables);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([]);
  });

  it("shows nothing to a statement that names no account, and nothing of others to one that does", async () => {
    const other = await testAccount();
    for (const sql of ["SELECT FROM wallets", "SELECT FROM transactions", "SELECT FROM accounts"]) {
      expect((await app.query(sql)).rowCount).toBe(0);
    }
    await app.query(`BEGIN; SET LOCAL app.account_id = '${other.accountId}'`);
    const { rows } = await app.query("SELECT DISTINCT account_id FROM wallets");
    const moved = await app.query("UPDATE wallets SET held = 1 WHERE account_id = $1", [ctx.accountId]);
    await app.query("ROLLBACK");
    expect(rows).toEqual([{ account_id: other.accountId }]);
    expect(moved.rowCount).toBe(0);
  });

  it("lets nobody write into an account that the transaction did not name", async () => {
    const other = await testAccount();
    const sql = `INSERT INTO teams (account_id, id, slug, name) VALUES ('${other.accountId}', gen_random_uuid(), 'x', 'x')`;
    expect(await stateOf(app, sql)).toBe(DENIED);
  });
});
