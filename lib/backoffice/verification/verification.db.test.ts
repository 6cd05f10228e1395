import pg from "pg";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { readers } from "@/lib/db/client";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { newId } from "@/lib/values/ids";
import { listVerifications } from "./list-verifications";
import { runVerification } from "./run-verification";
import { startVerification } from "./start-verification";

let operator: Operator;
beforeAll(async () => ({ operator } = await testOperator()));
afterEach(() => readers().query("UPDATE verifications SET ended_at = now() WHERE ended_at IS NULL"));

const newest = async () => (await listVerifications(operator))[0];
const asOwner = async (...statements: string[]) => {
  const owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
};

it("runs once when an operator asks, and keeps what it found", async () => {
  await accountWith("10");
  const id = await startVerification(operator);
  expect(await newest()).toMatchObject({ id, state: "waiting", startedBy: operator.actor.email, percent: 0 });
  await expect(startVerification(operator)).rejects.toMatchObject({ code: "conflict" });
  expect(await runVerification(null)).toBeNull();
  expect(await runVerification(id)).toEqual([]);
  const done = await newest();
  expect(done).toMatchObject({ state: "sound", percent: 100, faultCount: 0, rules: 4, rulesTotal: 4 });
  expect(BigInt(done?.rowsDone ?? 0)).toBeGreaterThan(0n);
  expect(done?.rowsDone).toBe(done?.rowsTotal);
});

it("names what was changed behind the ledger's back, and tells it until it is mended", async () => {
  const { accountId } = await accountWith("10");
  const falsify = (credits: string) =>
    asOwner(
      "SET session_replication_role = replica",
      `UPDATE wallets SET held = ${credits} WHERE account_id = '${accountId}' AND unit = 'credit'`,
    );
  await falsify("1000000000");
  try {
    const faults = await runVerification(null);
    expect(faults?.join()).toContain("held is the sum of the open reservations");
    expect(await newest()).toMatchObject({ state: "broken", faultCount: 1, startedBy: null });
  } finally {
    await falsify("0");
  }
  expect(await runVerification(null)).toEqual([]);
});

it("is gone on with when its process died, and left alone while it lives", async () => {
  const id = newId();
  const heard = (seconds: number) =>
    readers().query("UPDATE verifications SET heard_at = now() - make_interval(secs => $2) WHERE id = $1", [
      id,
      seconds,
    ]);
  await readers().query("INSERT INTO verifications (id) VALUES ($1)", [id]);
  await heard(5);
  expect(await runVerification(null)).toBeNull();
  await heard(60);
  expect(await newest()).toMatchObject({ id, state: "silent" });
  expect(await runVerification(null)).toEqual([]);
  expect(await newest()).toMatchObject({ id, state: "sound" });
});

it("lets the database hold one run at a time, and no more faults than it counted", async () => {
  const insert = (values: string) =>
    readers()
      .query(`INSERT INTO verifications (id, fault_count, faults, ended_at) VALUES ('${newId()}', ${values})`)
      .then(
        () => "none",
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
      );
  expect(await insert("0, '{}', NULL")).toBe("none");
  expect(await insert("0, '{}', NULL")).toBe("23505");
  expect(await insert("0, '{a}', now()")).toBe("23514");
  expect(await insert("-1, '{}', now()")).toBe("23514");
  expect(await insert("0, '{}', now() - interval '1 hour'")).toBe("23514");
});
