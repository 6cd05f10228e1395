-- What operators change by hand: proposed by one, decided by another, posted once.

-- How much an operator may propose or approve on one UTC day, where it is not the setting of the installation.
CREATE TABLE operator_limits (
  operator_id uuid PRIMARY KEY REFERENCES users (id),
  credits bigint NOT NULL CHECK (credits >= 0),
  tool_runs bigint NOT NULL CHECK (tool_runs >= 0),
  set_at timestamptz(3) NOT NULL DEFAULT now(),
  set_by text NOT NULL CHECK (set_by <> '')
);

-- An operator who looks at an account as its people see it. The row opens the view and ends it; nothing is written through it.
CREATE TABLE operator_views (
  id uuid PRIMARY KEY,
  operator_id uuid NOT NULL REFERENCES users (id),
  session_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id),
  reason text NOT NULL CHECK (char_length(reason) BETWEEN 3 AND 300),
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  CONSTRAINT operator_views_end CHECK (expires_at > started_at AND expires_at <= started_at + interval '8 hours')
);

-- The words that the operator has for what was agreed with a customer. Prices themselves are on the account's own rate card.
CREATE TABLE account_plans (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 1000),
  set_at timestamptz(3) NOT NULL DEFAULT now(),
  set_by text NOT NULL CHECK (set_by <> '')
);

CREATE TYPE adjustment_kind AS ENUM ('correction', 'grant');
CREATE TYPE proposal_status AS ENUM ('proposed', 'posted', 'declined', 'withdrawn');

CREATE TABLE adjustments (
  account_id uuid NOT NULL REFERENCES accounts (id),
  -- The form's key: sent again, it is the same proposal.
  id uuid NOT NULL,
  kind adjustment_kind NOT NULL,
  unit wallet_unit NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  reason text NOT NULL CHECK (char_length(reason) BETWEEN 3 AND 300),
  -- The row of the ledger that a correction is about; '' for none.
  corrects text NOT NULL DEFAULT '' CHECK (char_length(corrects) <= 100),
  -- Of a grant.
  expires_at timestamptz(3),
  status proposal_status NOT NULL DEFAULT 'proposed',
  proposed_by uuid NOT NULL REFERENCES users (id),
  proposed_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_by uuid REFERENCES users (id),
  decided_at timestamptz(3),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 300),
  posted_seq bigint,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, unit, posted_seq),
  FOREIGN KEY (account_id, unit, posted_seq) REFERENCES transactions (account_id, unit, seq),
  CONSTRAINT adjustments_grant CHECK (kind = 'correction' OR (amount > 0 AND corrects = '')),
  CONSTRAINT adjustments_expiry CHECK (kind = 'grant' OR expires_at IS NULL),
  CONSTRAINT adjustments_decided CHECK ((status = 'proposed') = (decided_by IS NULL) AND (status = 'proposed') = (decided_at IS NULL)),
  CONSTRAINT adjustments_posted CHECK ((status = 'posted') = (posted_seq IS NOT NULL)),
  -- Who proposed it may take it back, and nothing else.
  CONSTRAINT adjustments_second_person CHECK (status = 'proposed' OR (status = 'withdrawn') = (decided_by = proposed_by))
);
CREATE INDEX adjustments_proposed_at_idx ON adjustments (proposed_at DESC, id);
CREATE INDEX adjustments_proposed_by_idx ON adjustments (proposed_by, proposed_at);

CREATE FUNCTION refuse_change_of_adjustment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'proposed'
    OR (NEW.account_id, NEW.id, NEW.kind, NEW.unit, NEW.amount, NEW.reason, NEW.corrects, NEW.proposed_by, NEW.proposed_at)
      IS DISTINCT FROM (OLD.account_id, OLD.id, OLD.kind, OLD.unit, OLD.amount, OLD.reason, OLD.corrects, OLD.proposed_by, OLD.proposed_at)
    OR NEW.expires_at IS DISTINCT FROM OLD.expires_at
  THEN RAISE EXCEPTION 'adjustment % is decided once, as it was proposed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adjustments_are_decided_once BEFORE UPDATE ON adjustments
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_adjustment();
CREATE TRIGGER adjustments_are_never_deleted BEFORE DELETE ON adjustments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TYPE re_rate_status AS ENUM ('previewing', 'proposed', 'approved', 'declined', 'withdrawn');

-- Past calls priced once more by another version of the rate card: the difference of each customer is a new row.
CREATE TABLE re_rates (
  id uuid PRIMARY KEY,
  reason text NOT NULL CHECK (char_length(reason) BETWEEN 3 AND 300),
  -- One account alone, or everybody whom the version concerns.
  account_id uuid REFERENCES accounts (id),
  version integer NOT NULL REFERENCES rate_cards (version),
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3) NOT NULL,
  status re_rate_status NOT NULL DEFAULT 'previewing',
  proposed_by uuid NOT NULL REFERENCES users (id),
  proposed_at timestamptz(3) NOT NULL DEFAULT now(),
  previewed_at timestamptz(3),
  decided_by uuid REFERENCES users (id),
  decided_at timestamptz(3),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 300),
  CONSTRAINT re_rates_window CHECK (from_at < until_at AND until_at <= proposed_at),
  CONSTRAINT re_rates_previewed CHECK (status IN ('previewing', 'withdrawn') OR previewed_at IS NOT NULL),
  CONSTRAINT re_rates_decided CHECK ((status IN ('previewing', 'proposed')) = (decided_by IS NULL)
    AND (status IN ('previewing', 'proposed')) = (decided_at IS NULL)),
  CONSTRAINT re_rates_second_person CHECK (status IN ('previewing', 'proposed') OR (status = 'withdrawn') = (decided_by = proposed_by))
);
CREATE INDEX re_rates_proposed_at_idx ON re_rates (proposed_at DESC, id);
CREATE INDEX re_rates_proposed_by_idx ON re_rates (proposed_by, proposed_at);

CREATE FUNCTION refuse_change_of_re_rate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status NOT IN ('previewing', 'proposed') OR (OLD.status = 'proposed' AND NEW.status = 'previewing')
    OR (NEW.id, NEW.reason, NEW.version, NEW.from_at, NEW.until_at, NEW.proposed_by, NEW.proposed_at)
      IS DISTINCT FROM (OLD.id, OLD.reason, OLD.version, OLD.from_at, OLD.until_at, OLD.proposed_by, OLD.proposed_at)
    OR NEW.account_id IS DISTINCT FROM OLD.account_id
  THEN RAISE EXCEPTION 're-rate % is decided once, as it was proposed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER re_rates_are_decided_once BEFORE UPDATE ON re_rates FOR EACH ROW EXECUTE FUNCTION refuse_change_of_re_rate();
CREATE TRIGGER re_rates_are_never_deleted BEFORE DELETE ON re_rates FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The calls whose price differs, as they were previewed. What is posted is what stands here.
CREATE TABLE re_rate_events (
  account_id uuid NOT NULL,
  re_rate_id uuid NOT NULL REFERENCES re_rates (id),
  event_id text NOT NULL,
  unit wallet_unit NOT NULL,
  old_charge bigint NOT NULL CHECK (old_charge >= 0),
  new_charge bigint NOT NULL CHECK (new_charge >= 0 AND new_charge <> old_charge),
  is_posted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account_id, re_rate_id, event_id),
  FOREIGN KEY (account_id, event_id) REFERENCES usage_events (account_id, id)
);
-- A call is re-rated once.
CREATE UNIQUE INDEX re_rate_events_once ON re_rate_events (account_id, event_id) WHERE is_posted;

-- An account's share: the sum of its calls, and the row that gave it back or charged it.
CREATE TABLE re_rate_accounts (
  account_id uuid NOT NULL REFERENCES accounts (id),
  re_rate_id uuid NOT NULL REFERENCES re_rates (id),
  unit wallet_unit NOT NULL,
  -- Calls of the window; those whose price differs; those that were re-rated before, have no price by the version, or went to the other wallet.
  calls bigint NOT NULL CHECK (calls >= 0),
  changed bigint NOT NULL CHECK (changed >= 0),
  left_out bigint NOT NULL CHECK (left_out >= 0),
  old_charge bigint NOT NULL,
  new_charge bigint NOT NULL,
  settled_at timestamptz(3),
  posted_seq bigint,
  -- Why its difference was not posted.
  refused text NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, re_rate_id, unit),
  UNIQUE (account_id, unit, posted_seq),
  FOREIGN KEY (account_id, unit, posted_seq) REFERENCES transactions (account_id, unit, seq),
  CONSTRAINT re_rate_accounts_settled CHECK (settled_at IS NOT NULL OR (posted_seq IS NULL AND refused = '')),
  CONSTRAINT re_rate_accounts_posted CHECK (posted_seq IS NULL OR refused = '')
);
CREATE INDEX re_rate_accounts_re_rate_idx ON re_rate_accounts (re_rate_id);

-- A preview may be made once more while it is made; afterwards only what became of it is written.
CREATE FUNCTION refuse_change_of_preview() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state re_rate_status := (SELECT status FROM re_rates WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.re_rate_id ELSE OLD.re_rate_id END);
BEGIN
  IF state <> 'previewing' AND (TG_OP <> 'UPDATE' OR state <> 'approved') THEN
    RAISE EXCEPTION 'what was previewed is what is posted' USING ERRCODE = '42501';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION refuse_other_amounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['is_posted', 'settled_at', 'posted_seq', 'refused']
    <> to_jsonb(OLD) - ARRAY['is_posted', 'settled_at', 'posted_seq', 'refused']
  THEN RAISE EXCEPTION 'what was previewed is what is posted' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER re_rate_events_stay BEFORE INSERT OR UPDATE OR DELETE ON re_rate_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_preview();
CREATE TRIGGER re_rate_accounts_stay BEFORE INSERT OR UPDATE OR DELETE ON re_rate_accounts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_preview();
CREATE TRIGGER re_rate_events_amounts BEFORE UPDATE ON re_rate_events FOR EACH ROW EXECUTE FUNCTION refuse_other_amounts();
CREATE TRIGGER re_rate_accounts_amounts BEFORE UPDATE ON re_rate_accounts FOR EACH ROW EXECUTE FUNCTION refuse_other_amounts();

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['account_plans', 'adjustments', 're_rate_events', 're_rate_accounts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON operator_limits, operator_views, account_plans, adjustments, re_rates TO ecu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON re_rate_events, re_rate_accounts TO ecu_app;
