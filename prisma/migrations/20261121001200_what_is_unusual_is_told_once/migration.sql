-- A day far above what its weekday usually comes to is told once; and nobody gets ten mails of alerts a week.

-- Endpoints that listen for it were there for nobody until now.
ALTER TABLE alert_thresholds ALTER COLUMN by_webhook DROP DEFAULT;
UPDATE alert_thresholds SET by_webhook = true;

-- Up to when an account's days were held against its usual ones; on the credit wallet.
ALTER TABLE alert_states ADD COLUMN days_seen_at timestamptz(3);

-- How an account is told of unusual days; without a row by all three.
CREATE TABLE anomaly_settings (
  account_id uuid NOT NULL REFERENCES accounts (id),
  in_banner boolean NOT NULL,
  by_email boolean NOT NULL,
  by_webhook boolean NOT NULL,
  PRIMARY KEY (account_id)
);

CREATE TABLE anomalies (
  account_id uuid NOT NULL REFERENCES accounts (id),
  day date NOT NULL,
  -- What was spent when it was found; the day may have gone on.
  spent bigint NOT NULL CHECK (spent > usual_to),
  usual_from bigint NOT NULL CHECK (usual_from >= 0),
  usual_to bigint NOT NULL CHECK (usual_to >= usual_from),
  mails integer NOT NULL DEFAULT 0 CHECK (mails >= 0),
  found_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, day)
);
CREATE TRIGGER anomalies_never_change BEFORE UPDATE OR DELETE ON anomalies
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TYPE alert_pace AS ENUM ('all', 'limited', 'weekly');

-- How often a member wants mails of alerts; without a row a few at once, and the others once a week.
CREATE TABLE alert_paces (
  account_id uuid NOT NULL,
  user_id uuid NOT NULL,
  pace alert_pace NOT NULL,
  PRIMARY KEY (account_id, user_id),
  FOREIGN KEY (account_id, user_id) REFERENCES members (account_id, user_id)
);

-- What somebody was told by mail, or will be: what waits goes into one mail a week.
CREATE TABLE alert_letters (
  account_id uuid NOT NULL REFERENCES accounts (id),
  recipient text NOT NULL CHECK (recipient = lower(recipient) AND recipient <> ''),
  -- What it is about: the same is told once.
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 300),
  line text NOT NULL CHECK (char_length(line) BETWEEN 1 AND 500),
  is_at_once boolean NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- When it went out: at once, or with the others of its week.
  told_at timestamptz(3),
  PRIMARY KEY (account_id, recipient, key),
  CONSTRAINT alert_letters_told CHECK (NOT is_at_once OR told_at IS NOT NULL),
  CONSTRAINT alert_letters_in_order CHECK (told_at >= created_at)
);
CREATE INDEX alert_letters_recent_idx ON alert_letters (account_id, recipient, created_at) WHERE is_at_once;
CREATE INDEX alert_letters_waiting_idx ON alert_letters (created_at) WHERE told_at IS NULL;

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['anomaly_settings', 'anomalies', 'alert_paces', 'alert_letters'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON anomaly_settings, alert_paces, alert_letters TO ecu_app;
GRANT SELECT, INSERT ON anomalies TO ecu_app;
