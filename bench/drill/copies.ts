import { execFile } from "node:child_process";
import { appendFile, chmod, chown, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type pg from "pg";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";
import { databaseDirectory, serverUser } from "@/lib/db/embedded-host";

const execute = promisify(execFile);

/** Everything of the drill lies here: servers, base backup, archive. */
export const ROOT = resolve(".cache/drill");
const PASSWORD = "drill";
// What belongs to the running server and not to its data; and the log, which comes from the archive.
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts", "pg_wal"]);

/** Where the files of one of the drill's servers are. */
async function filesOf(name: string): Promise<string> {
  return databaseDirectory(join(ROOT, name), PASSWORD, await serverUser());
}

async function give(path: string): Promise<void> {
  const user = await serverUser();
  if (user) await chown(path, user.uid, user.gid);
}

/** A folder that the server's user can write into, wherever this runs. */
export async function archiveFolder(): Promise<string> {
  const files = await filesOf("archive");
  await rm(files, { recursive: true, force: true });
  await mkdir(files, { recursive: true, mode: 0o700 });
  await give(files);
  return files;
}

/** A server that archives each file of its log as soon as it is full. */
export function startPrimary(archive: string): Promise<Embedded> {
  return startEmbedded({
    dataDir: join(ROOT, "primary"),
    ownerPassword: PASSWORD,
    settings: {
      wal_level: "replica",
      archive_mode: "on",
      archive_command: `test ! -f "${archive}/%f" && cp "%p" "${archive}/%f"`,
      max_wal_senders: "5",
    },
  });
}

/** A copy of the data directory of a running server, by the backup protocol of PostgreSQL, whole once the archive is replayed over it. */
export async function baseBackup(owner: pg.Client): Promise<string> {
  const from = await filesOf("primary");
  const to = await filesOf("backup");
  await mkdir(to, { recursive: true, mode: 0o700 });
  await give(to);
  await owner.query("SELECT pg_backup_start('drill', true)");
  for (const entry of await readdir(from))
    // Temporary files come and go while they are copied.
    if (!LEFT_OUT.has(entry)) await execute("cp", ["-a", join(from, entry), to]).catch(toleratingVanished);
  const { rows } = await owner.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop()");
  await writeFile(join(to, "backup_label"), rows[0]?.labelfile ?? "", { mode: 0o600 });
  await give(join(to, "backup_label"));
  await mkdir(join(to, "pg_wal", "archive_status"), { recursive: true, mode: 0o700 });
  for (const folder of ["pg_wal", "pg_wal/archive_status"]) await give(join(to, folder));
  return to;
}

function toleratingVanished(error: unknown): void {
  const told = error instanceof Error ? error.message.split("\n").slice(1).filter(Boolean) : [];
  if (told.length === 0 || !told.every((line) => /No such file or directory/.test(line))) throw error;
}

/** Starts a server on a copy of the backup. `signal` says what it is: a standby, or one that recovers from the archive. */
export async function startFromBackup(
  name: string,
  signal: "standby.signal" | "recovery.signal",
  settings: Readonly<Record<string, string>>,
): Promise<Embedded> {
  const files = await filesOf(name);
  await rm(files, { recursive: true, force: true });
  await execute("cp", ["-a", await filesOf("backup"), files]);
  await appendFile(join(files, signal), "");
  await chmod(join(files, signal), 0o600);
  await give(join(files, signal));
  return startEmbedded({ dataDir: join(ROOT, name), ownerPassword: PASSWORD, settings });
}

/** The loss of a machine: the server is killed, and its disk is gone. */
export async function lose(server: Embedded, name: string): Promise<void> {
  process.kill(server.pid, "SIGKILL");
  await rm(await filesOf(name), { recursive: true, force: true });
}

/** Removes what an earlier drill left, and what this one made. */
export async function clean(): Promise<void> {
  for (const name of ["primary", "backup", "standby", "restored", "archive"])
    await rm(await filesOf(name), { recursive: true, force: true });
  await rm(ROOT, { recursive: true, force: true });
}

/** How the standby reaches the primary. */
export function connectionTo({ ownerUrl }: Embedded): string {
  const { username, password, hostname, port } = new URL(ownerUrl);
  return `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)} application_name=standby`;
}
