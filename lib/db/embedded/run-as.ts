import { execFileSync } from "node:child_process";
import { chownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The user that PostgreSQL runs as when we are root, which it refuses to be. Empty when we are not root. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

const USER = "postgres";

/** Finds the user for PostgreSQL, and creates it once if there is none. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  return userIds() ?? createUser();
}

function userIds(): RunAs | null {
  try {
    const idOf = (flag: string) => Number(execFileSync("id", [flag, USER], { encoding: "utf8", stdio: "pipe" }));
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return null;
  }
}

function createUser(): RunAs {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", USER], { stdio: "pipe" });
  } catch (cause) {
    // Somebody else may have created it at the same moment.
    const found = userIds();
    if (found) return found;
    const help = `PostgreSQL does not run as root, and a user for it could not be created. Create a user named ${USER}, or start as another user.`;
    throw new Error(help, { cause });
  }
  return userIds() ?? {};
}

/** Whether a user that is neither root nor in its groups gets to a path: every folder above it must let others through. */
export function isReachable(target: string): boolean {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** Gives a folder and everything in it to the user. */
export function give(folder: string, { uid, gid }: RunAs): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) give(child, { uid, gid });
    else if (!entry.isSymbolicLink()) chownSync(child, uid, gid);
  }
}
