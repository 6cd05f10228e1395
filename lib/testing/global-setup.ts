import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { APP_ROLE, migrate } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

const PASSWORD = "test";

/**
 * One PostgreSQL for the run, real but without fsync: what is tested here are rules and races, the plug is pulled in the chaos run.
 * A template database is migrated once; every test file gets a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({ dataDir: ".cache/test", ownerPassword: PASSWORD, settings: { fsync: "off", full_page_writes: "off" } });
  const template = `template_${process.pid}`;
  await onServer(server.ownerUrl, [`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`, `CREATE DATABASE ${template}`]);
  await migrate(urlOf(server.ownerUrl, template), { appPassword: PASSWORD });
  project.provide("serverUrl", server.ownerUrl);
  project.provide("template", template);
  return async () => {
    await dropAll(server.ownerUrl, template);
    if (!server.adopted) await server.stop();
  };
}

async function dropAll(serverUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname = $1 OR datname LIKE $2", [template, `${template}_%`]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}

/** Runs statements on the server's own database, one after the other. */
export async function onServer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The owner's URL of a database of the server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The application's URL of a database of the server. */
export function appUrlOf(serverUrl: string, database: string): string {
  const url = new URL(urlOf(serverUrl, database));
  url.username = APP_ROLE;
  url.password = PASSWORD;
  return url.href;
}
