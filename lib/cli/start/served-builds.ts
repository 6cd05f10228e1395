import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFault } from "./fault";
import { commandOf, isAlive } from "./identity";
import { AlreadyRunning, lock } from "./lock";

/** Where each web process notes that it serves from this directory's build. The same folder is in `lib/cli/web.mjs`. */
const SERVING = ".cache/serving";
const BUILDING = ".cache/building.json";

/**
 * Refuses to build where another installation serves what stands there: its pages would ask for scripts that are gone.
 * @throws StartFault that names it
 */
export function expectUnserved(folder = SERVING): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(name);
    // An id that was given to another program says nothing.
    if (!isAlive(pid) || !commandOf(pid).includes("web.mjs")) continue;
    const url = readFileSync(join(folder, name), "utf8");
    throw new StartFault(
      `The console must be built anew, and process ${pid} serves the one that is built, at ${url}. Stop it first, or start from a clone of this directory.`,
    );
  }
}

/** Waits until no other start builds here. @returns what lets the next one build */
export async function turnToBuild(path = BUILDING): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      return lock(path, "");
    } catch (error) {
      if (!(error instanceof AlreadyRunning)) throw error;
      await sleep(250);
    }
  }
}
