import { setTimeout as sleep } from "node:timers/promises";
import { allowsPrivate } from "../check-url";
import { ACCOUNT_AT_ONCE, AT_ONCE, claimDue, type DueDelivery } from "./claim-due";
import { deliver } from "./deliver";
import { guardedAgent } from "./guarded-agent";

const IN_HAND = 16;
const IDLE_MS = 500;
const FAULT_MS = 3_000;

/**
 * Sends what is due until told to stop, beside the job queue: systems that do not answer take none of its places. Any number of processes may
 * do it. A look for what is due is one read of an index.
 */
export async function runSender(signal: AbortSignal, onFault: (error: unknown) => void): Promise<void> {
  const agent = guardedAgent(allowsPrivate());
  const inHand = new Map<DueDelivery, Promise<void>>();
  while (!signal.aborted) {
    const pause = await claimDue(IN_HAND - inHand.size, busyOf(inHand)).then(
      (due) => {
        for (const one of due) {
          const sending = deliver(agent, one)
            .catch(onFault)
            .finally(() => inHand.delete(one));
          inHand.set(one, sending);
        }
        return due.length > 0 && inHand.size < IN_HAND ? 0 : IDLE_MS;
      },
      (error: unknown) => {
        onFault(error);
        return FAULT_MS;
      },
    );
    // With no place left, the next one that is free is waited for.
    if (inHand.size >= IN_HAND) await Promise.race(inHand.values());
    else if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  await Promise.allSettled(inHand.values());
  await agent.close();
}

function busyOf(inHand: ReadonlyMap<DueDelivery, unknown>): string[] {
  const of = (key: "endpointId" | "accountId", most: number) => {
    const counts = new Map<string, number>();
    for (const { [key]: id } of inHand.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].flatMap(([id, count]) => (count >= most ? [id] : []));
  };
  return [...of("endpointId", AT_ONCE), ...of("accountId", ACCOUNT_AT_ONCE)];
}
