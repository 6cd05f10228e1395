/** How the installation does, in numbers. Ages are in seconds; null where there was never one. */
export interface Figures {
  workers: number;
  outbox: { count: number; oldestS: number | null };
  queue: {
    failed: number;
    retrying: number;
    running: number;
    waiting: number;
    scheduled: number;
    lagS: number | null;
  };
  /** When each task of the clock last ran, and since when it is known here: a new one has not run yet. */
  clock: { task: string; agoS: number | null; knownS: number }[];
  mails: { queued: number; oldestS: number | null; failed: number };
  /** To customers' systems: what is due, what was given up within a day, and endpoints that take nothing. */
  webhooks: { waiting: number; oldestS: number | null; givenUp: number; failing: number };
  stripe: { sells: boolean; lastEventS: number | null; failed: number; waiting: number };
  reconciliation: { agoS: number | null; differences: number; error: string };
  verification: { agoS: number | null; faults: number; error: string };
  database: { connections: number; most: number; bytes: string };
  /** What people ask for, and what is owed. */
  work: {
    newLeads: number;
    overdueInvoices: number;
    disputes: number;
    /** Corrections, grants and re-rates that wait for a second operator. */
    corrections: number;
    reRates: number;
  };
}
