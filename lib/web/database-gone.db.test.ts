import pg from "pg";
import { afterEach, beforeAll, expect, it } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { disconnect, prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { balanceOf } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { isDatabaseGone } from "./database-gone";
import { endpoint } from "./endpoint";

const url = process.env.DATABASE_URL;
const route = endpoint({
  scope: "usage:write",
  run: async ({ accountId }) => ({ body: await inAccount(accountId, (tx) => tx.account.count()) }),
});

async function goAway(): Promise<void> {
  await disconnect();
  // Nothing listens there.
  process.env.DATABASE_URL = "postgresql://ecu_app:x@127.0.0.1:9/ecu";
}

async function comeBack(): Promise<void> {
  await disconnect();
  process.env.DATABASE_URL = url;
}

beforeAll(async () => {
  await ensureDefaultRateCard();
});
afterEach(comeBack);

it("answers 503 with Retry-After while the database is away, and recovers by itself", async () => {
  const { ctx } = await testPerson();
  const { key } = await createKey(ctx, { name: "test", scopes: ["usage:write"] });
  const send = () =>
    route(
      new Request("http://api.test/x", {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "idempotency-key": newId() },
      }),
    );
  await goAway();
  const answer = await send();
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await answer.json()).toMatchObject({ code: "unavailable" });
  await comeBack();
  expect((await send()).status).toBe(200);
});

it("answers 503 while the database's disk is full, leaves nothing in the books, and takes the same request after it", async () => {
  const { ctx } = await testPerson();
  const { key } = await createKey(ctx, { name: "test", scopes: ["usage:write"] });
  const meter = endpoint({
    scope: "usage:write",
    run: async (caller) => ({
      body: await recordUsage(caller, [{ id: "one", feature: "judge_run", quantities: { run: "1" } }]),
    }),
  });
  const send = () =>
    meter(
      new Request("http://api.test/x", {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "idempotency-key": newId() },
      }),
    );
  const before = await balanceOf(ctx);
  // What PostgreSQL says when a table cannot grow, said where rows of the ledger are written.
  const owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = 'disk_full';
    END $$;
    CREATE TRIGGER disk_is_full BEFORE INSERT ON transactions FOR EACH ROW EXECUTE FUNCTION disk_is_full()`);
  try {
    const answer = await send();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await answer.json()).toMatchObject({ code: "unavailable" });
    expect(await balanceOf(ctx)).toEqual(before);
  } finally {
    await owner.query("DROP TRIGGER disk_is_full ON transactions; DROP FUNCTION disk_is_full");
    await owner.end();
  }
  expect((await send()).status).toBe(200);
  const after = await balanceOf(ctx);
  expect(after).toMatchObject({ seq: before.seq + 1n });
  expect((await send()).status).toBe(200);
  expect(await balanceOf(ctx)).toEqual(after);
});

it("recognises it behind Prisma, in a query and in a transaction", async () => {
  await goAway();
  const faults = await Promise.all([
    prisma()
      .user.count()
      .catch((error: unknown) => error),
    inAccount(newId(), async (tx) => tx.account.count()).catch((error: unknown) => error),
  ]);
  expect(faults.map(isDatabaseGone)).toEqual([true, true]);
});

it("does not mistake a bug for it", async () => {
  const bugs = await Promise.all([
    prisma().$queryRaw`SELECT 1 / 0`.catch((error: unknown) => error),
    prisma().$queryRaw`SELECT nonsense`.catch((error: unknown) => error),
    Promise.resolve(new TypeError("x is undefined")),
  ]);
  expect(bugs.map(isDatabaseGone)).toEqual([false, false, false]);
});
