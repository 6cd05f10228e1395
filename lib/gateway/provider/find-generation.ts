import { setTimeout as sleep } from "node:timers/promises";
import { type Used, usedByGeneration } from "../rules/used";
import { type Address, readText, send } from "./send";

const ANSWER_MS = 5_000;
const MAX_BYTES = 1_048_576;
// A provider needs a moment to notice that a stream was cut, and to write down what it came to.
const PAUSES_MS = [50, 150, 400, 800, 1_600, 3_000];

/** What a generation used, as the provider's own books have it. Null while it does not know, or cannot be asked. */
export async function findGeneration(address: Address, id: string, patient = true): Promise<Used | null> {
  for (const pause of patient ? [...PAUSES_MS, 0] : [0]) {
    const found = await ask(address, id);
    if (found) return found;
    if (pause > 0) await sleep(pause);
  }
  return null;
}

async function ask(address: Address, id: string): Promise<Used | null> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const sent = await send(address, `/generation?id=${encodeURIComponent(id)}`, { signal });
    const text = await readText(sent.body, MAX_BYTES);
    return sent.status === 200 ? usedByGeneration(text) : null;
  } catch {
    // What the provider cannot tell is counted.
    return null;
  }
}
