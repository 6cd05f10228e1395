import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type Runner, type WorkerEvents } from "graphile-worker";
import { disconnect, requiredUrl } from "@/lib/db/client";
import { env, EnvironmentFault } from "@/lib/env";
import { stopPosting } from "@/lib/ledger/post";
import { closeTransport } from "@/lib/mail/transport";
import { runDispatcher } from "@/lib/queue/dispatcher";
import { log } from "@/lib/web/log";
import { startTracing, stopTracing } from "@/lib/web/tracing/start-tracing";
import { runSender } from "@/lib/webhooks/send/sender";
import { keepBeating } from "./heartbeat";
import { serveMetrics } from "./serve-metrics";
import { schedule, tasks } from "./tasks";
import { watchJobs } from "./watch-job";

const CONCURRENCY = 4;

/**
 * The worker process: hands the outbox to the queue, runs jobs and what runs by the clock. Any number of them may run. It ends after the
 * jobs in hand when it is told to, and at once when the supervisor that started it is gone: jobs bear to be run again.
 */
async function main(): Promise<void> {
  env();
  startTracing("worker");
  const metricsServer = serveMetrics();
  const stopping = new AbortController();
  const workers = new Set<string>();
  const runner = await startRunner(workers);
  const stop = () => stopping.abort();
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, stop);
  // The runner ends by itself only when something is badly wrong: the process ends then too, and is started again.
  const ended = runner.promise.finally(stop);
  log.info("worker is running");
  const fault = (error: unknown) => log.warn({ err: error }, "the database cannot be reached");
  await Promise.all([
    runDispatcher(stopping.signal, fault),
    runSender(stopping.signal, (error) => log.warn({ err: error }, "a webhook could not be looked after")),
    keepBeating(`worker ${process.env.ECU_PROCESS ?? process.pid}`, workers, stopping.signal, fault),
  ]);
  await runner.stop().catch(() => undefined);
  await ended;
  await stopPosting();
  closeTransport();
  metricsServer?.close();
  await disconnect();
  await stopTracing();
}

/** @param workers gets the names under which this process takes jobs */
function startRunner(workers: Set<string>): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workers.add(worker.workerId));
  return run({
    events,
    connectionString: requiredUrl(),
    taskList: watchJobs(tasks),
    parsedCronItems: parseCronItems([...schedule]),
    concurrency: CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      // Its errors carry whole connections; what went wrong is in the message.
      const error = meta?.error instanceof Error ? { err: meta.error.message } : {};
      log[level === "warning" ? "warn" : level === "error" ? "error" : "debug"](error, message);
    }),
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof EnvironmentFault) console.error(error.message);
    else log.fatal({ err: error }, "the worker cannot go on");
    process.exit(1);
  },
);
