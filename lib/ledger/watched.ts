import { tracingChannel } from "node:diagnostics_channel";

/** A transaction of postings, as those who watch the ledger hear of it. */
export interface BatchWork {
  /** How many callers share it, and with how many postings. */
  calls: number;
  postings: number;
  /** The account, where all postings are of one. */
  accountId: string | null;
}

/** Where metrics and traces hear of every batch. The ledger itself knows neither. */
export const BATCHES = "ecu:ledger.batch";
const batches = tracingChannel<unknown, BatchWork>(BATCHES);

/** Runs a batch, and lets watchers know of it; where nobody watches it costs nothing. */
export function watched<T>(work: () => BatchWork, run: () => Promise<T>): Promise<T> {
  return batches.start.hasSubscribers ? batches.tracePromise(run, work()) : run();
}
