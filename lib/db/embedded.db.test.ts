import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Embedded, isPostgres, startEmbedded } from "./embedded";

let dataDir: string;
let server: Embedded;
const start = (port?: number) => startEmbedded({ dataDir, ownerPassword: "a password", port });

beforeAll(async () => {
  mkdirSync(".cache", { recursive: true });
  dataDir = mkdtempSync(".cache/embedded-");
  // Where PostgreSQL's own user gets to, too.
  chmodSync(dataDir, 0o755);
  server = await start();
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(sql: string): Promise<unknown> {
  const client = new pg.Client(server.ownerUrl);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows[0] ? Object.values(rows[0])[0] : undefined;
}

it("is a UTF-8 database that writes to disk before it answers", async () => {
  expect(await ask("SHOW server_encoding")).toBe("UTF8");
  expect([
    await ask("SHOW fsync"),
    await ask("SHOW synchronous_commit"),
    await ask("SHOW listen_addresses"),
  ]).toEqual(["on", "on", "127.0.0.1"]);
});

it("refuses a connection without the password", async () => {
  const url = new URL(server.ownerUrl);
  url.password = "another";
  const client = new pg.Client(url.href);
  client.on("error", () => undefined);
  await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
});

it("adopts the server that an earlier start left running", async () => {
  const again = await start();
  expect(again).toMatchObject({ adopted: true, pid: server.pid, port: server.port });
});

it("comes back after kill -9 with everything that was committed", async () => {
  await ask("CREATE TABLE IF NOT EXISTS kept (id integer)");
  await ask("INSERT INTO kept VALUES (42)");
  process.kill(server.pid, "SIGKILL");
  const killed = server.pid;
  server = await start(server.port);
  expect(server.pid).not.toBe(killed);
  expect(await ask("SELECT id FROM kept")).toBe(42);
});

it("is gone after a stop, and starts again", async () => {
  await server.stop();
  expect(isPostgres(server.pid)).toBe(false);
  await sleep(10);
  server = await start(server.port);
  expect(server.adopted).toBe(false);
  expect(await ask("SELECT id FROM kept")).toBe(42);
});

it("does not take another process for the server", () => {
  expect(isPostgres(process.pid)).toBe(false);
});
