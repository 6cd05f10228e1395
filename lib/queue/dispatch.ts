import { readers } from "@/lib/db/client";
import { sqlOn } from "@/lib/db/transaction";

interface OutboxRow {
  account_id: string;
  id: string;
  task: string;
  job_key: string;
  payload: Record<string, unknown>;
}

const BATCH = 500;
/**
 * What a busy account has many of, and what can wait: its mails, its payments and those of everybody come first. Lower numbers run first; a job
 * has 0 where nothing is said.
 */
const PRIORITIES: Readonly<Record<string, number>> = {
  "authorizations.announce": 10,
  "webhooks.announce": 10,
};
// Any number that nothing else locks.
const DISPATCHER = 20_261_121;

/**
 * Hands what waits in the outbox to the job queue: first the jobs, then the rows go. If the process dies between the
 * two, the jobs are handed over again under the same keys, which handlers must bear anyway. One process at a time.
 * @returns how many tasks were handed over; a full batch means that more wait.
 */
export async function dispatchOutbox(): Promise<number> {
  const connection = await readers().connect();
  let broken: Error | undefined;
  try {
    const sql = sqlOn(connection);
    await connection.query("BEGIN; SET LOCAL app.every_account = 'on'");
    const [lock] = await sql.query<{ ours: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS ours", [
      DISPATCHER,
    ]);
    const rows = lock?.ours
      ? await sql.query<OutboxRow>(
          "SELECT account_id, id, task, job_key, payload FROM outbox ORDER BY created_at, id LIMIT $1",
          [BATCH],
        )
      : [];
    if (rows.length > 0) await handOver(connection, rows);
    await connection.query("COMMIT");
    return rows.length;
  } catch (error) {
    await connection.query("ROLLBACK").catch((fault: Error) => (broken = fault));
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function handOver(connection: Parameters<typeof sqlOn>[0], rows: readonly OutboxRow[]): Promise<void> {
  const sql = sqlOn(connection);
  await sql.query(
    `SELECT graphile_worker.add_job(t.task, t.payload, job_key := t.job_key, job_key_mode := 'preserve_run_at', priority := t.priority)
     FROM unnest($1::text[], $2::json[], $3::text[], $4::int[]) AS t (task, payload, job_key, priority)`,
    [
      rows.map((row) => row.task),
      rows.map((row) => JSON.stringify({ ...row.payload, accountId: row.account_id })),
      rows.map((row) => row.job_key),
      rows.map(({ task }) => PRIORITIES[task] ?? 0),
    ],
  );
  await sql.query(
    `DELETE FROM outbox o USING unnest($1::uuid[], $2::uuid[]) AS done (account_id, id)
     WHERE o.account_id = done.account_id AND o.id = done.id AND o.account_id = ANY ($1::uuid[])`,
    [rows.map((row) => row.account_id), rows.map((row) => row.id)],
  );
}
