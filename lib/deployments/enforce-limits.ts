import { inAccount } from "@/lib/db/transaction";
import { systemContext } from "@/lib/values/context";
import { nano, type Nano, sub, ZERO } from "@/lib/values/money";
import { cycleOf, type Cycle } from "./types";
import { readRoom } from "./policy";
import { settle } from "./rules/settle";
import { interruptInstance } from "./stop-instance";
import { tell } from "./tell";

/**
 * Holds an account with running instances against its policy: past the negative limit all of them are stopped, and people are told once when the
 * balance has fallen below the low limit, and below zero. Time beyond a fixed duration, which no hold covers, counts as spent.
 * Returns how many were stopped.
 */
export async function enforceLimits(accountId: string, now: Date): Promise<number> {
  const { room, running } = await inAccount(accountId, async (tx) => ({
    room: await readRoom(tx, accountId),
    running: await tx.instance.findMany({
      where: { accountId, status: "running" },
      orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    }),
  }));
  if (running.length === 0) return 0;
  const balance = sub(room.balance, await overdue(accountId, now));
  if (balance < room.negativeLimit) {
    const ctx = systemContext(accountId, "instances");
    let stopped = 0;
    for (const { id } of running) if (await interruptInstance(ctx, id, now)) stopped += 1;
    return stopped;
  }
  const since = room.allocationSeq.toString();
  if (balance < ZERO) await tell({ accountId, about: "negative", id: since });
  else if (balance < room.lowLimit) await tell({ accountId, about: "low", id: since });
  return 0;
}

/** What instances of a fixed duration have used beyond what is held for them. */
async function overdue(accountId: string, now: Date): Promise<Nano> {
  const rows = await inAccount(accountId, (tx) =>
    tx.instanceCycle.findMany({ where: { accountId, toAt: null, untilAt: { lt: now } } }),
  );
  const cycles: Cycle[] = rows.map(cycleOf);
  return nano(cycles.reduce((sum, cycle) => sum + settle(cycle, now).overage, 0n));
}
