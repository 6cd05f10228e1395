-- Whoever crosses a threshold is told exactly once, until credit is added: banners, mails, and who has put a banner away.

-- Levels by who watches them. wallets.watch, which the posting statement reads, is their union.
CREATE TABLE wallet_watches (
  account_id uuid NOT NULL REFERENCES accounts (id),
  unit wallet_unit NOT NULL,
  owner text NOT NULL CHECK (owner IN ('recharge', 'alerts')),
  levels bigint[] NOT NULL CHECK (cardinality(levels) <= 32),
  PRIMARY KEY (account_id, unit, owner)
);
INSERT INTO wallet_watches (account_id, unit, owner, levels)
SELECT account_id, unit, 'recharge', watch FROM wallets WHERE cardinality(watch) > 0;

CREATE TYPE alert_kind AS ENUM ('used_percent', 'remaining_percent', 'amount');

-- How far a wallet's chain was looked at, and whether the account has thresholds of its own; without, the defaults hold.
CREATE TABLE alert_states (
  account_id uuid NOT NULL REFERENCES accounts (id),
  unit wallet_unit NOT NULL,
  has_own boolean NOT NULL DEFAULT false,
  told_seq bigint NOT NULL DEFAULT 0 CHECK (told_seq >= 0),
  told_balance bigint NOT NULL DEFAULT 0,
  told_allocation bigint NOT NULL DEFAULT 0,
  told_allocation_seq bigint NOT NULL DEFAULT 0,
  -- Up to when budgets were held against usage; on the credit wallet.
  budgets_seen_at timestamptz(3),
  PRIMARY KEY (account_id, unit),
  CHECK (told_allocation_seq BETWEEN 0 AND told_seq)
);
-- What happened before there were alerts is not told.
INSERT INTO alert_states (account_id, unit, told_seq, told_balance, told_allocation, told_allocation_seq)
SELECT account_id, unit, seq, balance, allocation, allocation_seq FROM wallets;
INSERT INTO outbox (account_id, id, task, job_key, payload)
SELECT account_id, gen_random_uuid(), 'wallet.added', 'wallet.added:' || account_id || ':' || unit, jsonb_build_object('unit', unit)
FROM wallets;

CREATE TABLE alert_thresholds (
  account_id uuid NOT NULL REFERENCES accounts (id),
  unit wallet_unit NOT NULL,
  kind alert_kind NOT NULL,
  -- Percent, or an amount in the wallet's own unit.
  value bigint NOT NULL CHECK (value > 0),
  in_banner boolean NOT NULL,
  by_email boolean NOT NULL,
  by_webhook boolean NOT NULL DEFAULT false,
  -- Who gets the mail: members by their role, and addresses.
  roles text[] NOT NULL CHECK (roles <@ ARRAY['owner', 'admin', 'billing', 'member']),
  emails text[] NOT NULL DEFAULT '{}' CHECK (cardinality(emails) <= 5),
  is_enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  PRIMARY KEY (account_id, unit, kind, value),
  CONSTRAINT alert_thresholds_percent CHECK (kind = 'amount' OR value < 100 OR (kind = 'used_percent' AND value = 100)),
  CONSTRAINT alert_thresholds_channel CHECK (in_banner OR by_email OR by_webhook),
  CONSTRAINT alert_thresholds_receiver CHECK (NOT by_email OR cardinality(roles) + cardinality(emails) > 0)
);

-- Once for each threshold and allocation: the next top-up begins another allocation.
CREATE TABLE alert_crossings (
  account_id uuid NOT NULL REFERENCES accounts (id),
  unit wallet_unit NOT NULL,
  -- Its kind and value, "used_percent:80": a threshold that is removed and made again is the same one.
  threshold text NOT NULL CHECK (threshold ~ '^(used_percent|remaining_percent|amount):[0-9]+$'),
  allocation_seq bigint NOT NULL CHECK (allocation_seq >= 0),
  level bigint NOT NULL,
  allocation bigint NOT NULL,
  balance bigint NOT NULL CHECK (balance <= level),
  -- How many people were written to; none when a worse one was crossed with it, or it was over before it could be told.
  mails integer NOT NULL DEFAULT 0 CHECK (mails >= 0),
  crossed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, unit, threshold, allocation_seq)
);
CREATE TRIGGER alert_crossings_never_change BEFORE UPDATE OR DELETE ON alert_crossings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The same for budgets: once for each period, and again when the limit is another.
CREATE TABLE budget_crossings (
  account_id uuid NOT NULL,
  budget_id uuid NOT NULL,
  period_from date NOT NULL,
  limit_amount bigint NOT NULL CHECK (limit_amount > 0),
  percent smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
  spent bigint NOT NULL CHECK (spent >= 0),
  mails integer NOT NULL DEFAULT 0 CHECK (mails >= 0),
  crossed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, budget_id, period_from, limit_amount, percent),
  FOREIGN KEY (account_id, budget_id) REFERENCES budgets (account_id, id)
);
CREATE TRIGGER budget_crossings_never_change BEFORE UPDATE OR DELETE ON budget_crossings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How bad it was when somebody put a banner away: worse shows again, and so does another series (a top-up, a new period).
CREATE TABLE banner_dismissals (
  account_id uuid NOT NULL REFERENCES accounts (id),
  user_id uuid NOT NULL REFERENCES users (id),
  topic text NOT NULL CHECK (char_length(topic) BETWEEN 1 AND 100),
  series text NOT NULL CHECK (char_length(series) BETWEEN 1 AND 100),
  rank bigint NOT NULL,
  dismissed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, user_id, topic)
);

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'wallet_watches', 'alert_states', 'alert_thresholds', 'alert_crossings', 'budget_crossings', 'banner_dismissals'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON wallet_watches, alert_states, banner_dismissals TO ecu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_thresholds TO ecu_app;
GRANT SELECT, INSERT ON alert_crossings, budget_crossings TO ecu_app;
