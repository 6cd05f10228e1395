import { linkSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { StartFault } from "./fault";
import { readJson } from "./files";
import { isAlive, startOf } from "./identity";

const Holder = z.object({ pid: z.number(), started: z.string(), url: z.string() });
type Holder = z.infer<typeof Holder>;

/** Another supervisor runs on this data directory. */
export class AlreadyRunning extends StartFault {
  constructor(readonly holder: Holder) {
    super(
      `Ecu is running already, at ${holder.url} (process ${holder.pid}). Stop it first, or set ECU_DATA_DIR to another directory.`,
    );
  }
}

/**
 * One supervisor for a data directory. A lock whose process is gone counts for nothing.
 * @returns what gives the lock back.
 * @throws AlreadyRunning
 */
export function lock(path: string, url: string): () => void {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid), url }), {
    mode: 0o600,
  });
  try {
    for (let attempt = 0; ; attempt++) {
      // A link appears with its content, or not at all.
      if (linked(mine, path)) return () => rmSync(path, { force: true });
      const holder = Holder.safeParse(readJson(path)).data;
      if (holder && isAlive(holder.pid) && startOf(holder.pid) === holder.started)
        throw new AlreadyRunning(holder);
      if (attempt === 3) throw new Error(`${path} cannot be replaced.`);
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
