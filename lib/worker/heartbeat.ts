import { setTimeout as sleep } from "node:timers/promises";
import { readers } from "@/lib/db/client";

/** A worker that has not said so for longer than three of these is taken for dead. */
export const BEAT_MS = 5_000;

/**
 * Says in the database, every few seconds, that this process lives and which of the queue's workers are its own; and
 * gives back to the queue what the dead ones had in hand.
 */
export async function keepBeating(
  name: string,
  workers: ReadonlySet<string>,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await beat(name, workers).then(freeTheirJobs).catch(onFault);
    await sleep(BEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(name: string, workers: ReadonlySet<string>): Promise<void> {
  await readers().query(
    `INSERT INTO heartbeats (name, beat_at, details) VALUES ($1, now(), $2)
     ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at, details = excluded.details`,
    [name, { pid: process.pid, workers: [...workers] }],
  );
}

/**
 * A killed process keeps its jobs locked; the queue itself would wait for four hours. They are run again, which handlers
 * bear. A process that only stood still for long may be taken for dead: then two run the same.
 */
export async function freeTheirJobs(): Promise<void> {
  const { rows } = await readers().query<{ locked_by: string }>(
    `SELECT DISTINCT locked_by FROM graphile_worker.jobs
     WHERE locked_at < now() - make_interval(secs => $1) AND locked_by NOT IN (
       SELECT jsonb_array_elements_text(details -> 'workers') FROM heartbeats
       WHERE beat_at > now() - make_interval(secs => $1) AND jsonb_typeof(details -> 'workers') = 'array')`,
    [(3 * BEAT_MS) / 1_000],
  );
  if (rows.length === 0) return;
  await readers().query("SELECT graphile_worker.force_unlock_workers($1::text[])", [
    rows.map(({ locked_by }) => locked_by),
  ]);
}
