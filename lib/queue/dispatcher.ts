import { setTimeout as sleep } from "node:timers/promises";
import { dispatchOutbox } from "./dispatch";

const IDLE_MS = 500;
const FAULT_MS = 3_000;

/**
 * Empties the outbox until told to stop. A look into an empty outbox is one indexed read, so that twice a second costs
 * nothing and no trigger is needed to wake it.
 */
export async function runDispatcher(signal: AbortSignal, onFault: (error: unknown) => void): Promise<void> {
  while (!signal.aborted) {
    const pause = await dispatchOutbox().then(
      (count) => (count > 0 ? 0 : IDLE_MS),
      (error: unknown) => {
        onFault(error);
        return FAULT_MS;
      },
    );
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
