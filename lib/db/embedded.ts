import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import getPort, { portNumbers } from "get-port";
import pg from "pg";
import { binariesFor, databaseDirectory, run, type ServerUser, serverUser } from "./embedded-host";

export interface EmbeddedOptions {
  /** Where the installation keeps its data; the database lives in or beside it. */
  dataDir: string;
  /** The password of the owner of the tables. */
  ownerPassword: string;
  /** A restart passes the port of before, which its clients know; else a free one is found. */
  port?: number;
  /** Server settings besides the usual ones. */
  settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own. */
export interface Embedded {
  ownerUrl: string;
  port: number;
  pid: number;
  /** True when it was already running: an earlier start left it behind. */
  adopted: boolean;
  stop(): Promise<void>;
}

const OWNER = "ecu_owner";
const DATABASE = "ecu";
const START_LIMIT_MS = 30_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  max_connections: "100",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  wal_compression: "on",
  // Short statements by the thousand: compiling them costs more than running them.
  jit: "off",
  // Young tables need statistics early: without them the planner picks plans for a thousand times less.
  autovacuum_naptime: "5s",
  log_min_messages: "warning",
};

/**
 * Starts the embedded PostgreSQL, or adopts one that an earlier start left running. A server that was killed is started again; its
 * lock file is PostgreSQL's own business, so a start that meets one is repeated until it goes through or 30 s are over.
 */
export async function startEmbedded({
  dataDir,
  ownerPassword,
  port: wanted,
  settings = {},
}: EmbeddedOptions): Promise<Embedded> {
  const user = await serverUser();
  const directory = await databaseDirectory(dataDir, ownerPassword, user);
  const binaries = await binariesFor(user);
  const log = join(dirname(directory), "postgres.log");
  if (!existsSync(join(directory, "PG_VERSION"))) await initialise(binaries, directory, ownerPassword, user);
  const deadline = Date.now() + START_LIMIT_MS;
  for (let attempt = 0; ; attempt++) {
    const running = await runningServer(directory);
    const port = running?.port ?? wanted ?? (await freePort());
    const isGone = running
      ? () => !isPostgres(running.pid)
      : await launch(join(binaries, "postgres"), directory, port, { ...SETTINGS, ...settings }, log, user);
    const url = (database: string) =>
      `postgres://${OWNER}:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}/${database}`;
    if (await answers(url("postgres"), Math.min(5_000, deadline - Date.now()), isGone)) {
      await createDatabase(url("postgres"));
      const pid = (await runningServer(directory))?.pid ?? 0;
      return { ownerUrl: url(DATABASE), port, pid, adopted: running !== null, stop: () => stop(directory) };
    }
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL did not start within 30 s. Its log says:\n${await lastLines(log)}`);
    await wait(Math.min(1_000, 100 * 2 ** attempt));
  }
}

async function initialise(
  binaries: string,
  directory: string,
  password: string,
  user: ServerUser | null,
): Promise<void> {
  // Made aside and renamed when it is whole: a set-up that is killed half-way is never taken for a database.
  const aside = `${directory}.new`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [aside, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    const options = [
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--auth=scram-sha-256",
      "--no-instructions",
      `--username=${OWNER}`,
    ];
    await run(join(binaries, "initdb"), [...options, `--pwfile=${passwordFile}`, `--pgdata=${aside}`], user);
    await rename(aside, directory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** @returns whether the server that was launched has ended */
async function launch(
  postgres: string,
  directory: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  log: string,
  user: ServerUser | null,
): Promise<() => boolean> {
  const output = await open(log, "a");
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Its own process group: Ctrl-C is for the supervisor, who stops the database last.
  const server = spawn(postgres, ["-D", directory, "-p", String(port), ...options], {
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
    cwd: "/",
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  let ended = false;
  for (const end of ["error", "exit"]) server.once(end, () => (ended = true));
  server.unref();
  await output.close();
  await chmod(log, 0o600);
  return () => ended;
}

/** The server that holds the directory's lock file, if it lives. */
async function runningServer(directory: string): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(directory, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n").map(Number);
  if (!pid || !port || !isPostgres(pid)) return null;
  return { pid, port };
}

/** Whether a process lives and is PostgreSQL: after a reboot its number may be anybody's, and a killed one may not be reaped yet. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== "linux") return true;
    const [, program, state] = /\((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return program === "postgres" && state !== "Z";
  } catch {
    return false;
  }
}

/** Whether the server answers within that time. One that has ended, as it does when it meets a lock file, never will. */
async function answers(url: string, milliseconds: number, isGone: () => boolean): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  do {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await wait(50);
    }
  } while (Date.now() < deadline && !isGone());
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A fast shutdown: sessions end, everything committed is on disk. */
async function stop(directory: string): Promise<void> {
  const server = await runningServer(directory);
  if (!server) return;
  process.kill(server.pid, "SIGINT");
  const deadline = Date.now() + START_LIMIT_MS;
  while (isPostgres(server.pid) && Date.now() < deadline) await wait(50);
}

// Begins anywhere, so that the port of a server that is just being started again is not taken by another installation's.
function freePort(): Promise<number> {
  const first = randomInt(54_000, 59_000);
  return getPort({ port: portNumbers(first, first + 100), host: "127.0.0.1" });
}

async function lastLines(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => "(there is no log)");
  return text.split("\n").slice(-15).join("\n");
}
