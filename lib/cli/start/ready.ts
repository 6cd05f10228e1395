import { setTimeout as sleep } from "node:timers/promises";
import { StartFault } from "./fault";

const LIMIT_MS = 90_000;

/** Waits until health says that the console is ready. @throws StartFault with what is missing, when `giveUp` says so or time is over. */
export async function untilReady(url: string, giveUp: () => string | null): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  let missing = "It does not answer.";
  for (;;) {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (response?.ok) return;
    if (response) missing = await response.text();
    const reason = giveUp() ?? (Date.now() > deadline ? "90 seconds are over." : null);
    if (reason) throw new StartFault(`The console did not become ready. ${reason} ${missing}`);
    await sleep(100);
  }
}
