import type { Operator } from "@/lib/accounts/operator";
import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { QUEUE_EXISTS, STATE } from "./queue-sql";
import type { JobState } from "./schema";

/** A job of the queue. */
export interface JobRow {
  id: string;
  task: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** When it runs next, or should have. */
  runAt: string;
  createdAt: string;
  /** What went wrong the last time. */
  lastError: string | null;
  accountId: string | null;
  accountName: string | null;
}

export interface JobPage {
  rows: JobRow[];
  next: string | null;
  counts: Record<JobState, number>;
  /** What was left behind by transactions and not yet handed to the queue. */
  outbox: number;
}

interface Found extends Omit<JobRow, "id" | "runAt" | "createdAt"> {
  id: bigint;
  runAt: Date;
  createdAt: Date;
}

const PAGE = 50;
const NONE: Readonly<Record<JobState, number>> = {
  failed: 0,
  retrying: 0,
  running: 0,
  waiting: 0,
  scheduled: 0,
};

/** The queue's jobs, newest first, a page at a time; `before` is the last id of the page before. */
export function listJobs(
  _operator: Operator,
  { state, before }: { state?: JobState | undefined; before?: string | undefined } = {},
): Promise<JobPage> {
  return readAcrossAccounts(async (sql) => {
    const [outbox] = await sql.query<{ count: number }>("SELECT count(*)::int AS count FROM outbox");
    const [queue] = await sql.query<{ exists: boolean }>(QUEUE_EXISTS);
    const waiting = outbox?.count ?? 0;
    if (!queue?.exists) return { rows: [], next: null, counts: { ...NONE }, outbox: waiting };
    const found = await sql.query<Found>(ROWS, [before ?? null, state ?? null]);
    const rows = found.slice(0, PAGE).map((row) => ({
      ...row,
      id: row.id.toString(),
      runAt: row.runAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
    }));
    const next = found.length > PAGE ? (rows.at(-1)?.id ?? null) : null;
    return { rows, next, counts: await countJobs(sql), outbox: waiting };
  });
}

/** How many jobs stand where. */
async function countJobs(sql: Sql): Promise<Record<JobState, number>> {
  const counted = await sql.query<{ state: JobState; count: number }>(
    `SELECT ${STATE} AS state, count(*)::int AS count FROM graphile_worker.jobs j GROUP BY 1`,
  );
  return { ...NONE, ...Object.fromEntries(counted.map(({ state, count }) => [state, count])) };
}

// Of the payload only the account is shown: the rest is nobody's business who looks after the queue.
const ROWS = `
SELECT j.id, j.task_identifier AS task, ${STATE} AS state, j.attempts, j.max_attempts AS "maxAttempts", j.run_at AS "runAt",
  j.created_at AS "createdAt", j.last_error AS "lastError", a.id::text AS "accountId", a.name AS "accountName"
FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id
LEFT JOIN accounts a ON a.id::text = p.payload ->> 'accountId'
WHERE ($1::bigint IS NULL OR j.id < $1) AND ($2::text IS NULL OR ${STATE} = $2)
ORDER BY j.id DESC LIMIT ${PAGE + 1}`;
