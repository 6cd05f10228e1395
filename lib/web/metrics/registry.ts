import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** What this process counts by itself. */
export interface Metrics {
  registry: Registry;
  httpSeconds: Histogram<"method" | "route" | "status">;
  batchSeconds: Histogram;
  batchPostings: Histogram;
  postings: Counter;
  jobSeconds: Histogram<"task">;
  jobs: Counter<"task" | "outcome">;
}

// Next bundles this file more than once into one process, which counts once.
const kept = globalThis as typeof globalThis & { ecuMetrics?: Metrics };

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The counters of this process. */
export function metrics(): Metrics {
  return (kept.ecuMetrics ??= make());
}

function make(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: "ecu_http_request_duration_seconds",
      help: "Requests, from their beginning to the end of the answer.",
      labelNames: ["method", "route", "status"],
      buckets: FAST,
      registers,
    }),
    batchSeconds: new Histogram({
      name: "ecu_ledger_batch_duration_seconds",
      help: "Transactions of the ledger, to the commit.",
      buckets: FAST,
      registers,
    }),
    batchPostings: new Histogram({
      name: "ecu_ledger_batch_postings",
      help: "Postings that shared a transaction.",
      buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
      registers,
    }),
    postings: new Counter({
      name: "ecu_ledger_postings_total",
      help: "Postings that were committed, refused ones among them.",
      registers,
    }),
    jobSeconds: new Histogram({
      name: "ecu_job_duration_seconds",
      help: "Jobs of the worker.",
      labelNames: ["task"],
      buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120, 600],
      registers,
    }),
    jobs: new Counter({
      name: "ecu_jobs_total",
      help: "Jobs that ended, by how.",
      labelNames: ["task", "outcome"],
      registers,
    }),
  };
}
