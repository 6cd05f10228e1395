import { setTimeout as sleep } from "node:timers/promises";
import { readers } from "@/lib/db/client";

/** A worker that has not said so for longer than three of these is taken for dead. */
export const BEAT_MS = 5_000;

/** Says in the database, every few seconds, that this process lives. */
export async function keepBeating(
  name: string,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await beat(name).catch(onFault);
    await sleep(BEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(name: string): Promise<void> {
  await readers().query(
    `INSERT INTO heartbeats (name, beat_at, details) VALUES ($1, now(), $2)
     ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at, details = excluded.details`,
    [name, { pid: process.pid }],
  );
}
