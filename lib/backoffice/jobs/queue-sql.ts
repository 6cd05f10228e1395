/** Where a job stands, as SQL over `graphile_worker.jobs j`. A failed one was tried as often as it may be. */
export const STATE = `CASE WHEN j.locked_at IS NOT NULL THEN 'running' WHEN j.attempts >= j.max_attempts THEN 'failed'
  WHEN j.attempts > 0 THEN 'retrying' WHEN j.run_at <= now() THEN 'waiting' ELSE 'scheduled' END`;

/** The queue makes its tables when the first worker starts. */
export const QUEUE_EXISTS = "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS exists";
