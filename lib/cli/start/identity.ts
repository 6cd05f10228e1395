import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** True when a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It exists and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  // A killed process whose parent has not looked yet still has an id.
  return !/^\d+ \(.*\) Z/s.test(readProc(pid, "stat"));
}

/** When the process began: an id may be given again, the two together are not. Empty when it does not exist. */
export function startOf(pid: number): string {
  if (!existsSync("/proc/self/stat")) return ask(pid, "lstart");
  // The name, in parentheses, may contain anything; the start is the 20th field after it.
  return readProc(pid, "stat").split(") ").at(-1)?.split(" ")[19] ?? "";
}

/** The command that the process runs. Empty when it does not exist. */
export function commandOf(pid: number): string {
  return existsSync("/proc/self/cmdline")
    ? readProc(pid, "cmdline").replaceAll("\0", " ")
    : ask(pid, "command");
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

function ask(pid: number, column: string): string {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
