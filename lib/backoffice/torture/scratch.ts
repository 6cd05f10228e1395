import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

/** The schema of the torture test's own books. The migration that made it gave it to the application's role. */
export const SCRATCH = "torture";

/** The same database, seen as if there were nothing but the scratch schema. */
export function scratchUrl(url: string): string {
  const scratch = new URL(url);
  scratch.searchParams.set("options", `-c search_path=${SCRATCH}`);
  scratch.searchParams.set("schema", SCRATCH);
  return scratch.toString();
}

/**
 * Empties the scratch schema and makes the tables of this version in it, by the very migrations that made the real ones: with all their keys, checks and
 * triggers. `connection` sees the scratch schema alone, and is of the application's role.
 */
export async function makeScratch(connection: pg.Client, root: string): Promise<void> {
  await dropScratch(connection);
  const folder = join(root, "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of names.toSorted()) {
    const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
    await connection.query(withoutSchemas(sql));
  }
}

/** Leaves the schema empty. */
export async function dropScratch(connection: pg.Client): Promise<void> {
  await connection.query(`DO $$
    DECLARE each record;
    BEGIN
      FOR each IN SELECT relname FROM pg_class WHERE relnamespace = '${SCRATCH}'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('DROP TABLE IF EXISTS ${SCRATCH}.%I CASCADE', each.relname);
      END LOOP;
      FOR each IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = '${SCRATCH}'::regnamespace LOOP
        EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', each.name);
      END LOOP;
      FOR each IN SELECT typname FROM pg_type WHERE typnamespace = '${SCRATCH}'::regnamespace AND typtype IN ('e', 'd') LOOP
        EXECUTE format('DROP TYPE IF EXISTS ${SCRATCH}.%I CASCADE', each.typname);
      END LOOP;
    END $$`);
}

// Schemas are there already, and so is the job queue, which nothing here runs.
function withoutSchemas(sql: string): string {
  return sql
    .replace(/--[^\n]*/g, "")
    .replace(/(CREATE|GRANT [^;]*? ON) SCHEMA [^;]*;/g, "")
    .replace(/(CREATE|ALTER) TABLE graphile_worker\.[^;]*;/g, "");
}
