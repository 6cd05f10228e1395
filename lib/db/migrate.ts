import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { APP_ROLE } from "./app-role";

/** Any fixed number: whoever migrates holds this lock. */
const LOCK = 7_236_241;

export interface Migrated {
  /** The names of the migrations that were applied now. */
  applied: string[];
}

/**
 * Brings the database to the schema of this version: the application's role, our migrations (one transaction each, recorded as Prisma records
 * them), and the job queue's. Safe to run from many processes at once, and again.
 * @throws Error when a migration that was applied has been changed since.
 */
export async function migrate(
  ownerUrl: string,
  { appPassword, directory = "prisma/migrations" }: { appPassword?: string; directory?: string } = {},
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await createAppRole(client, appPassword);
    const applied = await applyPending(client, directory);
    await migrateQueue(ownerUrl);
    if (applied.length > 0) await client.query("ANALYZE");
    return { applied };
  } finally {
    await client.end();
  }
}

/** The migrations that this version has and the database lacks. */
export async function pendingMigrations(
  query: (text: string) => Promise<{ migration_name: string }[]>,
  directory = "prisma/migrations",
): Promise<string[]> {
  const done = new Set(
    (await query("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL")).map(
      (row) => row.migration_name,
    ),
  );
  return (await migrationNames(directory)).filter((name) => !done.has(name));
}

async function migrationNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function createAppRole(client: pg.Client, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${APP_ROLE} LOGIN`);
  // An owner that is no superuser must be of the role to give it a schema.
  await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
  if (password !== undefined)
    await client.query(`ALTER ROLE ${APP_ROLE} PASSWORD ${pg.escapeLiteral(password)}`);
}

// The table that Prisma keeps, so that its own commands agree with ours where its engine is available.
const BOOK = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

async function applyPending(client: pg.Client, directory: string): Promise<string[]> {
  await client.query(BOOK);
  await client.query(`GRANT SELECT ON _prisma_migrations TO ${APP_ROLE}`);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const applied: string[] = [];
  for (const name of await migrationNames(directory)) {
    const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    const known = done.get(name);
    if (known === checksum) continue;
    if (known !== undefined)
      throw new Error(
        `The migration ${name} was changed after it was applied. Put it back, and write a new one.`,
      );
    await applyOne(client, name, sql, checksum);
    applied.push(name);
  }
  return applied;
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${name} failed and left nothing behind.`, { cause: error });
  }
}

/** The queue's own migrations, as the application's role: its schema and tables belong to that role, which runs it. */
async function migrateQueue(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, options: `-c role=${APP_ROLE}`, max: 1 });
  // The queue asks for both; a fault shows in the migration itself.
  pool.on("error", () => undefined);
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
