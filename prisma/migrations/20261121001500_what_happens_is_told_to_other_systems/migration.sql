-- Customers' own systems hear of what happens: signed, at least once, under one id, for days.

CREATE TABLE webhook_endpoints (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  url text NOT NULL CHECK (url ~ '^https?://' AND char_length(url) <= 2000),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 200),
  -- What it wants to hear of; none for everything.
  types text[] NOT NULL DEFAULT '{}' CHECK (cardinality(types) <= 100),
  is_enabled boolean NOT NULL DEFAULT true,
  -- AES-256-GCM, sealed to this row. The one before goes on signing until its time is over.
  secret bytea NOT NULL,
  old_secret bytea,
  old_secret_until timestamptz(3),
  -- Since when nothing has arrived there, and why it was switched off by itself.
  failing_since timestamptz(3),
  ended_because text CHECK (ended_because IN ('failures', 'gone')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  deleted_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  CHECK ((old_secret IS NULL) = (old_secret_until IS NULL)),
  CHECK (NOT (is_enabled AND ended_because IS NOT NULL)),
  -- What is deleted sends nothing and can open nothing.
  CHECK (deleted_at IS NULL OR (NOT is_enabled AND octet_length(secret) = 0 AND old_secret IS NULL)),
  CHECK (deleted_at IS NOT NULL OR octet_length(secret) > 28)
);

-- What happened. Its id is the `webhook-id` of every message that tells of it.
CREATE TABLE webhook_events (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  type text NOT NULL CHECK (type ~ '^[a-z_]+\.[a-z_]+$'),
  data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
  -- The same cause is announced once.
  cause text NOT NULL CHECK (char_length(cause) BETWEEN 1 AND 300),
  occurred_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, cause)
);
CREATE INDEX webhook_events_occurred_at_idx ON webhook_events (occurred_at);

CREATE TYPE webhook_delivery_status AS ENUM ('pending', 'delivered', 'failed');

CREATE TABLE webhook_deliveries (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  status webhook_delivery_status NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- How many there were when it was last asked for again: the times of the retries are counted from there.
  attempts_before integer NOT NULL DEFAULT 0 CHECK (attempts_before BETWEEN 0 AND attempts),
  -- When it is due; while somebody is at it, when another may take over.
  due_at timestamptz(3) NOT NULL DEFAULT now(),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, endpoint_id, event_id),
  FOREIGN KEY (account_id, endpoint_id) REFERENCES webhook_endpoints (account_id, id),
  FOREIGN KEY (account_id, event_id) REFERENCES webhook_events (account_id, id) ON DELETE CASCADE,
  CHECK ((status = 'pending') = (ended_at IS NULL)),
  CHECK (status <> 'delivered' OR attempts > 0)
);
CREATE INDEX webhook_deliveries_due_idx ON webhook_deliveries (account_id, endpoint_id, due_at) WHERE status = 'pending';
CREATE INDEX webhook_deliveries_any_due_idx ON webhook_deliveries (due_at) WHERE status = 'pending';
CREATE INDEX webhook_deliveries_event_idx ON webhook_deliveries (account_id, event_id);
-- Newest first, over all accounts: ids of events go by time.
CREATE INDEX webhook_deliveries_newest_idx ON webhook_deliveries (event_id, id);

CREATE TABLE webhook_attempts (
  account_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  at timestamptz(3) NOT NULL DEFAULT now(),
  took_ms integer NOT NULL CHECK (took_ms >= 0),
  -- What was answered; none where nothing answered, and then why.
  status smallint CHECK (status BETWEEN 100 AND 999),
  error text CHECK (char_length(error) <= 300),
  answer text NOT NULL DEFAULT '' CHECK (char_length(answer) <= 1000),
  PRIMARY KEY (account_id, delivery_id, no),
  FOREIGN KEY (account_id, delivery_id) REFERENCES webhook_deliveries (account_id, id) ON DELETE CASCADE,
  CHECK (status IS NOT NULL OR error IS NOT NULL)
);

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['webhook_endpoints', 'webhook_events', 'webhook_deliveries', 'webhook_attempts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON webhook_endpoints, webhook_deliveries TO ecu_app;
GRANT SELECT, INSERT ON webhook_attempts TO ecu_app;
-- What is told and past its time goes, with its deliveries and their attempts.
GRANT SELECT, INSERT, DELETE ON webhook_events TO ecu_app;
