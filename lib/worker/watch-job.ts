import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { log } from "@/lib/web/log";
import { withScope } from "@/lib/web/logging/request-scope";
import { metrics } from "@/lib/web/metrics/registry";

type Run = NonNullable<TaskList[string]>;

const OfAccount = z.object({ accountId: z.uuid() });

/** The same tasks, each of them counted, timed and traced; and what is logged meanwhile says which job and whose account. */
export function watchJobs(tasks: Readonly<TaskList>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).flatMap(([task, handler]) =>
      handler
        ? [[task, (payload: unknown, helpers: JobHelpers) => watchJob(task, handler, payload, helpers)]]
        : [],
    ),
  );
}

async function watchJob(task: string, handler: Run, payload: unknown, helpers: JobHelpers): Promise<void> {
  const accountId = OfAccount.safeParse(payload).data?.accountId;
  const { jobs, jobSeconds } = metrics();
  const scope = { jobId: helpers.job.id, task, ...(accountId && { accountId }) };
  const attributes = {
    "ecu.job.task": task,
    "ecu.job.id": helpers.job.id,
    ...(accountId && { "ecu.account_id": accountId }),
  };
  const tracer = trace.getTracer("ecu");
  await tracer.startActiveSpan(`job ${task}`, { kind: SpanKind.CONSUMER, attributes }, (span) =>
    withScope(scope, async () => {
      const done = jobSeconds.startTimer({ task });
      try {
        await handler(payload, helpers);
        jobs.inc({ task, outcome: "done" });
      } catch (error) {
        jobs.inc({ task, outcome: "failed" });
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : "error",
        });
        const { attempts, max_attempts } = helpers.job;
        log.warn({ err: error, attempt: attempts, of: max_attempts }, "a job failed");
        throw error;
      } finally {
        done();
        span.end();
      }
    }),
  );
}
