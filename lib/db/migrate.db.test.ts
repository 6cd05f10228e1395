import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate, pendingMigrations } from "./migrate";

const ownerUrl = process.env.TEST_OWNER_URL ?? "";
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "migrations-"));
  cpSync("prisma/migrations", directory, { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(path.join(directory, name, "migration.sql"), sql);
}

async function rowsOf(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("does nothing to a database that has every migration", async () => {
  expect(await migrate(ownerUrl, { directory })).toEqual({ applied: [] });
});

it("applies what is new, once, when many processes migrate at the same moment", async () => {
  write("29990101000000_new_table", "CREATE TABLE fresh (id integer PRIMARY KEY)");
  const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(ownerUrl, { directory })));
  expect(runs.flatMap(({ applied }) => applied)).toEqual(["29990101000000_new_table"]);
  const [row] = await rowsOf(
    ownerUrl,
    "SELECT checksum, applied_steps_count, finished_at FROM _prisma_migrations WHERE migration_name LIKE '2999%'",
  );
  expect(row).toMatchObject({
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    applied_steps_count: 1,
    finished_at: expect.any(Date),
  });
});

it("refuses a migration that was changed after it was applied", async () => {
  const [first] = await rowsOf(
    ownerUrl,
    "SELECT migration_name FROM _prisma_migrations ORDER BY migration_name LIMIT 1",
  );
  write(first?.migration_name, "SELECT 1");
  await expect(migrate(ownerUrl, { directory })).rejects.toThrow(
    `${first?.migration_name} was changed after it was applied`,
  );
});

it("leaves nothing behind of a migration that fails half-way", async () => {
  write("29990102000000_broken", "CREATE TABLE half (id integer); SELECT 1 / 0;");
  await expect(migrate(ownerUrl, { directory })).rejects.toThrow("29990102000000_broken failed");
  expect(await rowsOf(ownerUrl, "SELECT FROM pg_class WHERE relname = 'half'")).toEqual([]);
  const query = async (text: string) =>
    (await rowsOf(process.env.DATABASE_URL ?? "", text)) as { migration_name: string }[];
  expect(await pendingMigrations(query, directory)).toContain("29990102000000_broken");
});

it("gives the application no right to change the schema", async () => {
  await expect(
    rowsOf(process.env.DATABASE_URL ?? "", "CREATE TABLE public.mine (id integer)"),
  ).rejects.toMatchObject({ code: "42501" });
  await expect(
    rowsOf(process.env.DATABASE_URL ?? "", "ALTER TABLE transactions DISABLE TRIGGER ALL"),
  ).rejects.toMatchObject({ code: "42501" });
});
