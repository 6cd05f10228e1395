import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { onServer, PASSWORD, urlOf } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

/**
 * One PostgreSQL for all runs that go on at the same time, real but without fsync: what is tested here are rules and races, the plug is
 * pulled in the chaos run. A template database is migrated once a run; every test file gets a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({
    dataDir: ".cache/test",
    ownerPassword: PASSWORD,
    // Tests connect by the thousand, and their password is no secret.
    settings: { fsync: "off", full_page_writes: "off", scram_iterations: "1" },
  });
  const template = templateOf(process.pid);
  await onServer(server.ownerUrl, [
    `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`,
    `CREATE DATABASE ${template}`,
  ]);
  await migrate(urlOf(server.ownerUrl, template), { appPassword: PASSWORD });
  project.provide("serverUrl", server.ownerUrl);
  project.provide("template", template);
  return async () => {
    const others = await dropFinished(server.ownerUrl);
    if (!others) await server.stop();
  };
}

function templateOf(pid: number): string {
  return `template_${pid}`;
}

/** Drops the databases of this run and of runs that were killed. @returns whether another run goes on */
async function dropFinished(serverUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'",
  );
  let others = false;
  for (const { datname } of rows) {
    const pid = Number(datname.split("_")[1]);
    if (pid !== process.pid && isAlive(pid)) others = true;
    else await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  }
  await client.end();
  return others;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
