import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { Database } from "./database";
import { isAlive } from "./identity";

it("PostgreSQL that is killed comes back on the same port with what was committed", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "ecu-database-"));
  // As root it runs as a user of its own, who must be able to get there.
  chmodSync(dataDir, 0o755);
  const pids: (number | undefined)[] = [];
  const spec = {
    dataDir,
    ownerPassword: "test",
    onPid: (pid: number | undefined) => void pids.push(pid),
    onFault: () => undefined,
  };
  const database = await Database.start(spec);
  try {
    const url = database.ownerUrl;
    await query(url, "CREATE TABLE kept AS SELECT 1 AS one");
    const killed = pids.at(-1) ?? 0;
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(pids.at(-1) ?? killed).not.toBe(killed), 30_000);
    expect(database.ownerUrl).toBe(url);
    expect(await query(url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  } finally {
    await database.stop();
  }
  expect(pids.filter((pid) => pid && isAlive(pid))).toEqual([]);
  rmSync(dataDir, { recursive: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<object>(sql);
  await client.end();
  return rows;
}
