-- What is about to run is priced at its worst, held against budgets and mandates that cover it, and settled by what it really used.

-- What a hold is for, in the words of usage: budgets find by it what is on its way.
ALTER TABLE holds
  ADD COLUMN feature text NOT NULL DEFAULT '',
  ADD COLUMN operation text NOT NULL DEFAULT '',
  ADD COLUMN model text NOT NULL DEFAULT '',
  ADD COLUMN member text NOT NULL DEFAULT '',
  ADD COLUMN team text NOT NULL DEFAULT '',
  ADD COLUMN project text NOT NULL DEFAULT '',
  ADD COLUMN key_id text NOT NULL DEFAULT '',
  ADD COLUMN mandate text NOT NULL DEFAULT '';

ALTER TABLE usage_events
  -- The mandate under which it ran, and the hold that it ended.
  ADD COLUMN mandate text NOT NULL DEFAULT '',
  ADD COLUMN hold_id uuid,
  -- Whether the rate card priced it, or the platform that captured an amount of its own.
  ADD COLUMN priced_by text NOT NULL DEFAULT 'rate_card' CHECK (priced_by IN ('rate_card', 'caller')),
  -- Where in the month's volume each meter with tiers stood before: {"input_token": "1200000"}. Without it the charge could not be explained.
  ADD COLUMN volumes jsonb NOT NULL DEFAULT '{}';

ALTER TABLE usage_days ADD COLUMN mandate text NOT NULL DEFAULT '';
ALTER TABLE usage_days DROP CONSTRAINT usage_days_pkey;
ALTER TABLE usage_days ADD PRIMARY KEY (account_id, day, unit, feature, operation, model, member, team, project, key_id, mandate);

CREATE TYPE budget_scope AS ENUM ('account', 'team', 'project', 'member', 'key', 'feature');
CREATE TYPE budget_period AS ENUM ('daily', 'weekly', 'monthly', 'total');
CREATE TYPE budget_mode AS ENUM ('hard', 'warn');

-- A limit on spending. What was spent is read from usage by day, what is on its way from open holds: there is no counter to go wrong.
CREATE TABLE budgets (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  scope budget_scope NOT NULL,
  -- As usage names it: a team's or project's slug, a member's e-mail, a key's id, a feature; '' for the account.
  scope_value text NOT NULL DEFAULT '' CHECK (char_length(scope_value) <= 320),
  period budget_period NOT NULL,
  mode budget_mode NOT NULL,
  limit_amount bigint NOT NULL CHECK (limit_amount > 0),
  -- A total counts from this UTC day.
  starts_on date NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  archived_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  CONSTRAINT budgets_scope CHECK ((scope = 'account') = (scope_value = ''))
);
CREATE UNIQUE INDEX budgets_one_of_a_kind_idx ON budgets (account_id, scope, scope_value, period, mode) WHERE archived_at IS NULL;

CREATE TYPE approval_kind AS ENUM ('job', 'mandate');
CREATE TYPE approval_status AS ENUM ('pending', 'approved', 'declined', 'revoked');

-- What a person is asked to agree to: the cost of one job, or a mandate for an agent to spend within limits.
CREATE TABLE approvals (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  kind approval_kind NOT NULL,
  status approval_status NOT NULL DEFAULT 'pending',
  -- The asker's own key: the same request again is the same approval.
  request_key text NOT NULL CHECK (char_length(request_key) BETWEEN 1 AND 300),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  reason text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 1000),
  unit wallet_unit NOT NULL DEFAULT 'credit',
  -- A job's worst case; a mandate's limit.
  amount bigint NOT NULL CHECK (amount > 0),
  -- A job: the operations, as they were asked for, and how their worst case comes about.
  operations jsonb NOT NULL DEFAULT '[]',
  breakdown jsonb NOT NULL DEFAULT '[]',
  -- A mandate: what it is good for. Empty for anything.
  models text[] NOT NULL DEFAULT '{}',
  features text[] NOT NULL DEFAULT '{}',
  member text NOT NULL DEFAULT '',
  team text NOT NULL DEFAULT '',
  project text NOT NULL DEFAULT '',
  -- How long a job is held, or a mandate lasts, once approved.
  lasts_seconds integer NOT NULL CHECK (lasts_seconds > 0),
  return_url text,
  requested_at timestamptz(3) NOT NULL DEFAULT now(),
  requested_by text NOT NULL,
  requested_key_id text NOT NULL DEFAULT '',
  -- Until when it can be decided.
  decide_by timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by text,
  decided_by_user uuid,
  valid_until timestamptz(3),
  ended_at timestamptz(3),
  hold_id uuid,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, request_key),
  FOREIGN KEY (account_id, hold_id) REFERENCES holds (account_id, id),
  CONSTRAINT approvals_decided CHECK ((status = 'pending') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT approvals_job_is_held CHECK (kind <> 'job' OR (status IN ('pending', 'declined')) = (hold_id IS NULL)),
  CONSTRAINT approvals_mandate_lasts CHECK (kind <> 'mandate' OR (hold_id IS NULL AND (status IN ('approved', 'revoked')) = (valid_until IS NOT NULL)))
);
CREATE INDEX approvals_requested_at_idx ON approvals (account_id, requested_at DESC, id);

-- A decision is made once; a mandate can be revoked afterwards.
CREATE FUNCTION refuse_second_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('declined', 'revoked') OR (OLD.status = 'approved' AND (OLD.kind = 'job' OR NEW.status <> 'revoked'))
    OR NEW.amount <> OLD.amount OR NEW.kind <> OLD.kind OR NEW.models <> OLD.models OR NEW.features <> OLD.features THEN
    RAISE EXCEPTION 'approval % is decided', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approvals_are_decided_once BEFORE UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_second_decision();

-- Customers' own keys of providers (BYOK): sealed, and never shown again.
CREATE TABLE provider_keys (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  provider text NOT NULL CHECK (char_length(provider) BETWEEN 1 AND 63),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  sealed bytea NOT NULL,
  last4 text NOT NULL CHECK (char_length(last4) <= 4),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX provider_keys_one_in_use_idx ON provider_keys (account_id, provider) WHERE revoked_at IS NULL;

-- A call of the gateway while it runs: what a process that dies leaves behind is settled from here.
CREATE TYPE gateway_call_status AS ENUM ('running', 'settled', 'failed');
CREATE TABLE gateway_calls (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  hold_id uuid NOT NULL,
  status gateway_call_status NOT NULL DEFAULT 'running',
  operation text NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  key_id text NOT NULL DEFAULT '',
  byok boolean NOT NULL DEFAULT false,
  stream boolean NOT NULL DEFAULT false,
  -- The event's dimensions, for whoever settles it.
  dimensions jsonb NOT NULL DEFAULT '{}',
  -- The provider's own id of the generation, to ask it what it cost.
  generation_id text NOT NULL DEFAULT '',
  -- What is known to have been used, kept up while it streams.
  input_tokens bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
  output_tokens bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  beat_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  event_id text,
  -- How it ended, for the operator: completed, client_aborted, provider_error, timeout, abandoned.
  outcome text NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, hold_id) REFERENCES holds (account_id, id),
  CONSTRAINT gateway_calls_end CHECK ((status = 'running') = (ended_at IS NULL))
);
CREATE INDEX gateway_calls_running_idx ON gateway_calls (beat_at) WHERE status = 'running';
CREATE INDEX gateway_calls_started_at_idx ON gateway_calls (account_id, started_at DESC, id);

-- Free public data: recorded, never billed.
CREATE TABLE data_queries (
  account_id uuid NOT NULL,
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 200),
  provider text NOT NULL,
  dataset text NOT NULL DEFAULT '',
  feature text NOT NULL DEFAULT '',
  query text NOT NULL DEFAULT '' CHECK (char_length(query) <= 4000),
  result_rows bigint CHECK (result_rows >= 0),
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  member text NOT NULL DEFAULT '',
  team text NOT NULL DEFAULT '',
  project text NOT NULL DEFAULT '',
  key_id text NOT NULL DEFAULT '',
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  PRIMARY KEY (account_id, id)
);
CREATE INDEX data_queries_occurred_at_idx ON data_queries (account_id, occurred_at DESC, id);
CREATE TRIGGER data_queries_are_append_only BEFORE UPDATE OR DELETE ON data_queries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER data_queries_are_never_truncated BEFORE TRUNCATE ON data_queries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Volume tiers of an entry: from so much of the meter in a UTC month on, another price. What lies below keeps the price below.
CREATE TABLE rate_card_tiers (
  version integer NOT NULL,
  feature text NOT NULL,
  operation text NOT NULL,
  model text NOT NULL,
  hardware text NOT NULL,
  meter text NOT NULL,
  -- In millionths of the meter; of cost-plus entries, in 10⁻¹² USD of real cost.
  above numeric(30, 0) NOT NULL CHECK (above > 0),
  price bigint CHECK (price >= 0),
  markup_ppm bigint CHECK (markup_ppm >= 1000000),
  PRIMARY KEY (version, feature, operation, model, hardware, meter, above),
  FOREIGN KEY (version, feature, operation, model, hardware, meter)
    REFERENCES rate_card_entries (version, feature, operation, model, hardware, meter),
  CHECK ((meter = 'cost') = (markup_ppm IS NOT NULL) AND (meter = 'cost') = (price IS NULL))
);
CREATE TRIGGER rate_card_tiers_never_change BEFORE UPDATE OR DELETE ON rate_card_tiers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How much of a meter with tiers an account has used in a UTC month, kept up in the commit that charges it.
CREATE TABLE usage_volumes (
  account_id uuid NOT NULL,
  month date NOT NULL,
  feature text NOT NULL,
  operation text NOT NULL,
  model text NOT NULL,
  hardware text NOT NULL,
  meter text NOT NULL,
  quantity numeric(30, 0) NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (account_id, month, feature, operation, model, hardware, meter)
) WITH (fillfactor = 60);

-- A rate card that is being written. Published, it becomes a version and never changes again.
CREATE TABLE rate_card_drafts (
  id uuid PRIMARY KEY,
  -- The account whose card it is to be; none for everyone's.
  account_id uuid,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 1000),
  valid_from timestamptz(3),
  entries jsonb NOT NULL DEFAULT '[]',
  -- Counts up with each change, so that two people do not overwrite each other.
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  published_version integer REFERENCES rate_cards (version),
  discarded_at timestamptz(3)
);

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'budgets', 'approvals', 'provider_keys', 'gateway_calls', 'data_queries', 'usage_volumes'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON budgets, approvals, provider_keys, gateway_calls, usage_volumes, rate_card_drafts TO ecu_app;
GRANT SELECT, INSERT ON data_queries, rate_card_tiers TO ecu_app;
