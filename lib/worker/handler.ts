import type { JobHelpers } from "graphile-worker";

/** Runs a task at least once: a handler must bear to be run again. It is retried with back-off when it throws. */
export type Handler = (payload: unknown, helpers: JobHelpers) => Promise<void>;
