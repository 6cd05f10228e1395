import { Logger, runMigrations } from "graphile-worker";
import { beforeAll, expect, it } from "vitest";
import { readers, requiredUrl } from "@/lib/db/client";
import { freeTheirJobs } from "./heartbeat";

beforeAll(async () => {
  await runMigrations({
    connectionString: requiredUrl(),
    logger: new Logger(() => () => undefined),
  });
});

/** A job that a worker has had in hand for some seconds. */
async function lockedBy(worker: string, seconds: number): Promise<string> {
  const { rows } = await readers().query<{ id: bigint }>("SELECT id FROM graphile_worker.add_job('test')");
  const id = String(rows[0]?.id);
  await readers().query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - make_interval(secs => $3) WHERE id = $1`,
    [id, worker, seconds],
  );
  return id;
}

async function workerOf(job: string): Promise<string | null> {
  const { rows } = await readers().query<{ locked_by: string | null }>(
    "SELECT locked_by FROM graphile_worker.jobs WHERE id = $1",
    [job],
  );
  return rows[0]?.locked_by ?? null;
}

it("gives the jobs of a killed worker back to the queue, and leaves those of the living and of new ones alone", async () => {
  await readers().query(
    `INSERT INTO heartbeats (name, beat_at, details) VALUES
       ('worker 1', now(), '{"workers": ["alive"]}'), ('worker 2', now() - interval '1 minute', '{"workers": ["dead"]}')`,
  );
  const [dead, forgotten, alive, fresh] = await Promise.all([
    lockedBy("dead", 60),
    lockedBy("nobody knows", 60),
    lockedBy("alive", 60),
    lockedBy("has not beaten yet", 2),
  ]);
  await freeTheirJobs();
  expect(await Promise.all([dead, forgotten, alive, fresh].map(workerOf))).toEqual([
    null,
    null,
    "alive",
    "has not beaten yet",
  ]);
});
