-- What a transaction leaves for others is a row beside it, written in the same commit; a dispatcher hands it on.

CREATE TABLE outbox (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The task that the worker runs, and what makes two of them one.
  task text NOT NULL,
  job_key text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id)
);
CREATE INDEX outbox_created_at_idx ON outbox (created_at);

-- Global: mail also goes to people of no account.
CREATE TYPE email_status AS ENUM ('queued', 'sent', 'failed');
CREATE TABLE emails (
  id uuid PRIMARY KEY,
  account_id uuid,
  -- One mail for one cause: a second insert with the same key is not a second mail.
  dedupe_key text NOT NULL UNIQUE,
  template text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  html text NOT NULL,
  plain text NOT NULL,
  status email_status NOT NULL DEFAULT 'queued',
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  sent_at timestamptz(3)
);
CREATE INDEX emails_queued_idx ON emails (created_at) WHERE status = 'queued';

CREATE TABLE audit_log (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL DEFAULT '',
  subject_id text NOT NULL DEFAULT '',
  details jsonb NOT NULL DEFAULT '{}',
  request_id text NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id)
);
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_is_never_truncated BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The answer to a request with an Idempotency-Key. While `status` is empty the request is being worked on, until `locked_until`.
CREATE TABLE idempotent_requests (
  account_id uuid NOT NULL,
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
  route text NOT NULL,
  request_hash bytea NOT NULL CHECK (octet_length(request_hash) = 32),
  status smallint,
  body text,
  locked_until timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotent_requests_created_at_idx ON idempotent_requests (created_at);

-- Global: counters of rate-limiter-flexible.
CREATE TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- Global: what the worker says of itself.
CREATE TABLE heartbeats (
  name text PRIMARY KEY,
  beat_at timestamptz(3) NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
