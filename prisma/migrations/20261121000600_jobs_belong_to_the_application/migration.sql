-- The job queue keeps its own tables, under row-level security that only their owner passes. So that the application's
-- role can run the queue without being allowed to create schemas, it gets this one, with the table from which the
-- queue's own migrations start.
CREATE SCHEMA graphile_worker AUTHORIZATION ecu_app;
CREATE TABLE graphile_worker.migrations (
  id integer PRIMARY KEY,
  ts timestamptz NOT NULL DEFAULT now(),
  breaking boolean NOT NULL DEFAULT false
);
ALTER TABLE graphile_worker.migrations OWNER TO ecu_app;
