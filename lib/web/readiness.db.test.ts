import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { GET as alive } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/route";
import { disconnect } from "@/lib/db/client";

const url = process.env.DATABASE_URL;
afterEach(async () => {
  await disconnect();
  process.env.DATABASE_URL = url;
});

const at = "http://ecu.test/api/health";
const ask = async () => {
  const answer = await ready(new Request(at));
  return { status: answer.status, body: (await answer.json()) as object };
};

it("says 200 when requests can be served, and notes that no worker is heard of", async () => {
  expect(await ask()).toEqual({
    status: 200,
    body: {
      status: "ready",
      missing: [],
      notes: [expect.stringContaining("worker: none has been heard of")],
    },
  });
});

it("says 503 and that the database is missing, and is alive all the same", async () => {
  await disconnect();
  // Nothing listens there.
  process.env.DATABASE_URL = "postgresql://ecu_app:x@127.0.0.1:9/ecu";
  expect(await ask()).toEqual({
    status: 503,
    body: { status: "not_ready", missing: ["database: it cannot be reached"], notes: [] },
  });
  const answer = await alive(new Request(`${at}/live`));
  expect([answer.status, await answer.json()]).toEqual([200, { status: "alive" }]);
});

it("says 503 and names the migrations that this version waits for", async () => {
  const owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
  const { rows } = await owner.query<{ migration_name: string }>(
    `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)
     RETURNING *`,
  );
  const [last] = rows;
  const { status, body } = await ask();
  const columns = Object.keys(last ?? {});
  await owner.query(
    `INSERT INTO _prisma_migrations (${columns.join(", ")}) VALUES (${columns.map((_, no) => `$${no + 1}`).join(", ")})`,
    Object.values(last ?? {}),
  );
  await owner.end();
  expect([status, body]).toEqual([
    503,
    { status: "not_ready", missing: [`migrations: ${last?.migration_name}`], notes: [] },
  ]);
  expect((await ask()).status).toBe(200);
});
