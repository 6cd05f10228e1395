-- The books held against what must always be true: every run of it, while it runs and afterwards. Global: a run goes over all accounts.
CREATE TABLE verifications (
  id uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  -- Who asked for it; null when the clock did.
  started_by text CHECK (started_by <> ''),
  -- While it runs it says so; one that is silent for long has lost its process, and its job begins it again.
  heard_at timestamptz(3) NOT NULL DEFAULT now(),
  rows_total bigint NOT NULL DEFAULT 0 CHECK (rows_total >= 0),
  rows_done bigint NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
  wallets integer NOT NULL DEFAULT 0 CHECK (wallets >= 0),
  -- Rules besides the chains that were looked at.
  rules integer NOT NULL DEFAULT 0 CHECK (rules >= 0),
  ended_at timestamptz(3),
  -- How many were found, and the first of them in words.
  fault_count integer NOT NULL DEFAULT 0 CHECK (fault_count >= 0),
  faults text[] NOT NULL DEFAULT '{}' CHECK (cardinality(faults) <= least(fault_count, 100)),
  -- Why it could not be done.
  error text NOT NULL DEFAULT '',
  CHECK (ended_at IS NULL OR ended_at >= started_at)
);
-- One at a time.
CREATE UNIQUE INDEX verifications_one_runs ON verifications ((true)) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON verifications TO ecu_app;

-- Operators look across accounts, newest first; ids sort by time.
CREATE INDEX audit_log_id_idx ON audit_log (id DESC);
CREATE INDEX data_queries_newest_idx ON data_queries (occurred_at DESC, account_id, id);
CREATE INDEX resources_updated_at_idx ON resources (updated_at DESC, account_id, kind, id);
CREATE INDEX emails_recipient_idx ON emails (lower(recipient) text_pattern_ops, id DESC);
CREATE INDEX emails_failed_idx ON emails (id DESC) WHERE status = 'failed';
