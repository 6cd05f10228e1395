import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readJson, writeJson } from "./files";
import { commandOf, isAlive } from "./identity";

const Table = z.record(z.string(), z.number());
// Ours are told from strangers that were given an id of before by what they run. PostgreSQL is adopted, not ended.
const OURS = /lib\/(cli\/web\.mjs|worker\/main\.ts|sandbox\/mailbox\/main\.ts)/;
// Next names it so. Nobody waits for it any more, and it would refuse another one beside it.
const BUILD = /^next-build|next build/;
const PATIENCE_MS = 8_000;

/** Which processes run now, in a file for whoever must find them: name → process id. */
export class ProcessTable {
  private readonly table: Record<string, number> = {};

  constructor(private readonly path: string) {}

  set(name: string, pid: number | undefined): void {
    if (pid) this.table[name] = pid;
    else delete this.table[name];
    writeJson(this.path, this.table);
  }
}

/** Waits until the processes of a supervisor that was killed have ended, as they do by themselves, and ends those that hang. */
export async function endLeftovers(path: string): Promise<void> {
  const pids = Object.values(Table.safeParse(readJson(path)).data ?? {}).filter(isAlive);
  for (const pid of pids) if (BUILD.test(commandOf(pid))) process.kill(pid, "SIGKILL");
  const left = () => pids.filter((pid) => isAlive(pid) && OURS.test(commandOf(pid)));
  const deadline = Date.now() + PATIENCE_MS;
  while (left().length > 0 && Date.now() < deadline) await sleep(50);
  for (const pid of left()) process.kill(pid, "SIGKILL");
}
