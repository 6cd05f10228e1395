import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "@/prisma/seed/random";
import type { Product } from "./product";

export interface Killed {
  kills: Record<string, number>;
  slowestRecoveryMs: number;
  /** Of each kind of process. */
  slowestRecoveriesMs: Record<string, number>;
}

/** Kills a random process every few seconds, with no warning, until told to stop, and measures how long the product takes to be whole again. */
export async function killNowAndThen(
  product: Product,
  chance: Chance,
  mostMs: number,
  signal: AbortSignal,
): Promise<Killed> {
  const killed: Killed = { kills: {}, slowestRecoveryMs: 0, slowestRecoveriesMs: {} };
  while (!signal.aborted) {
    await wait(chance.between(Math.min(2_000, mostMs), mostMs), null, { signal }).catch(() => null);
    if (signal.aborted) break;
    const [name, pid] = chance.pick((await product.processes()).map((each) => [each, 1] as const));
    if (!kill(pid)) continue;
    const kind = name.replace(/[^a-z].*$/, "");
    killed.kills[kind] = (killed.kills[kind] ?? 0) + 1;
    const begun = Date.now();
    await recovered(product, name, pid);
    const took = Date.now() - begun;
    killed.slowestRecoveryMs = Math.max(killed.slowestRecoveryMs, took);
    killed.slowestRecoveriesMs[kind] = Math.max(killed.slowestRecoveriesMs[kind] ?? 0, took);
  }
  return killed;
}

function kill(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    // It was being replaced just now.
    return false;
  }
}

async function recovered(product: Product, name: string, dead: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const pid = new Map(await product.processes()).get(name);
    const isNew = pid !== undefined && pid !== dead;
    if (isNew && (await product.whole())) return;
    await wait(50);
  }
  throw new Error(`${name} was killed and did not come back within a minute`);
}
