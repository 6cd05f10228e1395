import { afterEach, expect, it } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { disconnect, prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
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
