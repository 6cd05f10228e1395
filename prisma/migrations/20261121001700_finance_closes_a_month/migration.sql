-- What finance needs: the codes of its own general ledger, providers' bills held against our costs, and runs of the torture test.

-- The account of the general ledger that a journal writes to, where it is not the code that we come with.
CREATE TABLE journal_accounts (
  name text PRIMARY KEY CHECK (name ~ '^[a-z][a-zA-Z]{1,39}$'),
  code text NOT NULL CHECK (char_length(code) BETWEEN 1 AND 40),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_by text NOT NULL CHECK (changed_by <> '')
);

-- A bill of a provider of models, as it was imported. The same file is one bill, however often it is sent.
CREATE TABLE provider_bills (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- Whose costs it is held against; '' for those of every provider.
  provider text NOT NULL DEFAULT '' CHECK (char_length(provider) <= 200),
  format text NOT NULL CHECK (format IN ('openai', 'openrouter', 'focus', 'columns')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  lines integer NOT NULL CHECK (lines > 0),
  digest text NOT NULL UNIQUE CHECK (digest ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz(3) NOT NULL DEFAULT now(),
  imported_by text NOT NULL CHECK (imported_by <> ''),
  CONSTRAINT provider_bills_days CHECK (from_day <= to_day)
);

-- What it charges, summed by day, model and kind of token. A credit note is below zero.
CREATE TABLE provider_bill_lines (
  bill_id uuid NOT NULL REFERENCES provider_bills (id) ON DELETE CASCADE,
  day date NOT NULL,
  model text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('input', 'cached_input', 'cache_write', 'output', 'all')),
  -- Tokens, where the bill counts them.
  quantity numeric(30, 0) CHECK (quantity >= 0),
  -- 10⁻¹² USD.
  cost_usd numeric(30, 0) NOT NULL,
  PRIMARY KEY (bill_id, day, model, kind)
);

-- A run of the torture test: stored events of Stripe, replayed on books of their own.
CREATE TABLE torture_runs (
  id uuid PRIMARY KEY,
  seed bigint NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  started_by text NOT NULL CHECK (started_by <> ''),
  ended_at timestamptz(3),
  events integer NOT NULL DEFAULT 0,
  deliveries integer NOT NULL DEFAULT 0,
  rounds jsonb NOT NULL DEFAULT '[]',
  error text NOT NULL DEFAULT ''
);

GRANT SELECT, INSERT, UPDATE ON journal_accounts, torture_runs TO ecu_app;
GRANT SELECT, INSERT, DELETE ON provider_bills, provider_bill_lines TO ecu_app;

-- Its books: made by the application when a run begins, and dropped when it ends. Nothing else is in there.
CREATE SCHEMA torture;
GRANT USAGE, CREATE ON SCHEMA torture TO ecu_app;
