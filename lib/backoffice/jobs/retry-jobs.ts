import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { sqlOf } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";

const GONE = "This job is running or is no longer in the queue. Reload the page to see where it is.";

interface Job {
  id: bigint;
  task: string;
}

/** Has a job run again at once, with all its tries before it. @throws Refusal `conflict` for one that runs or is gone */
export async function retryJob(operator: Operator, { id }: { id: string }): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const [job] = await sqlOf(tx).query<Job>(`${RETRY} = $1::bigint`, [id]);
    if (!job) throw new Refusal("conflict", GONE);
    await auditOperator(tx, operator, {
      action: "job.retried",
      target: `job:${id}`,
      details: { task: job.task },
    });
  });
}

/** Has everything run again that failed for good. Gives how many. */
export async function retryFailedJobs(operator: Operator): Promise<number> {
  return prisma().$transaction(async (tx) => {
    const jobs = await sqlOf(tx).query<Job>(`${RETRY} IN (SELECT id FROM failed)`);
    const tasks = [...new Set(jobs.map(({ task }) => task))];
    if (jobs.length > 0)
      await auditOperator(tx, operator, {
        action: "jobs.retried",
        details: { count: jobs.length, tasks },
      });
    return jobs.length;
  });
}

/** Gives up a job that failed for good. @throws Refusal `conflict` for one that has tries left or is gone */
export async function discardJob(operator: Operator, { id }: { id: string }): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const [job] = await sqlOf(tx).query<Job & { error: string | null }>(DISCARD, [id]);
    if (!job) throw new Refusal("conflict", GONE);
    await auditOperator(tx, operator, {
      action: "job.discarded",
      target: `job:${id}`,
      details: { task: job.task, error: (job.error ?? "").slice(0, 500) },
    });
  });
}

const FAILED = `failed AS (SELECT id FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts >= max_attempts)`;

// The queue's own functions leave alone what a worker has in hand.
const RETRY = `
WITH ${FAILED}, named AS (SELECT j.id, j.task_identifier AS task FROM graphile_worker.jobs j WHERE j.locked_at IS NULL)
SELECT n.id, n.task FROM named n
JOIN LATERAL graphile_worker.reschedule_jobs(ARRAY[n.id], run_at := now(), attempts := 0) r ON r.id = n.id WHERE n.id`;

const DISCARD = `
WITH ${FAILED}, named AS (
  SELECT j.id, j.task_identifier AS task, j.last_error AS error FROM graphile_worker.jobs j JOIN failed USING (id) WHERE j.id = $1::bigint
)
SELECT n.id, n.task, n.error FROM named n JOIN LATERAL graphile_worker.complete_jobs(ARRAY[n.id]) r ON r.id = n.id`;
