-- The books. The database keeps them, whatever the code above it does.

CREATE TYPE wallet_unit AS ENUM ('credit', 'tool_run');
CREATE TYPE transaction_type AS ENUM (
  'topup', 'auto_recharge', 'bonus', 'contract_grant', 'bonus_grant', 'spend', 'gpu_usage', 'storage_billing',
  'refund', 'expiry', 'dispute', 'admin_correction'
);
CREATE TYPE transaction_source AS ENUM ('system', 'api', 'worker', 'stripe_webhook', 'admin_correction');
CREATE TYPE grant_origin AS ENUM ('starter', 'topup', 'bonus', 'contract', 'correction', 'refund');
CREATE TYPE hold_kind AS ENUM ('reservation', 'prepaid');
CREATE TYPE hold_status AS ENUM ('open', 'captured', 'released', 'expired');

-- The credit that is left in a wallet's open lots. Immutable, so that a CHECK can hold it against the balance.
CREATE FUNCTION lots_remaining(lots jsonb) RETURNS numeric
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT coalesce(sum((lot ->> 'remaining')::numeric), 0) FROM jsonb_array_elements(lots) AS lot);

-- A wallet is the head of its ledger: where the last row ended.
CREATE TABLE wallets (
  account_id uuid NOT NULL REFERENCES accounts (id),
  unit wallet_unit NOT NULL,
  seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0),
  balance bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  last_posted_at timestamptz(3) NOT NULL DEFAULT now(),
  -- What the percentages refer to: the balance right after credit was last added, and by which row.
  allocation bigint NOT NULL DEFAULT 0,
  allocation_seq bigint NOT NULL DEFAULT 0,
  -- Open grants in burn-down order: [{"no", "remaining", "paid", "expires_at"}]. Kept on the head, so that a spend moves one row.
  lots jsonb NOT NULL DEFAULT '[]',
  grants integer NOT NULL DEFAULT 0 CHECK (grants >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, unit),
  -- Open lots are the balance, or nothing when there is debt. One lot is the common case, and needs no function call.
  CONSTRAINT wallets_lots_are_the_balance CHECK (
    CASE jsonb_array_length(lots)
      WHEN 0 THEN balance <= 0
      WHEN 1 THEN (lots -> 0 ->> 'remaining')::bigint = balance
      ELSE lots_remaining(lots) = balance
    END
  )
) WITH (fillfactor = 40);

CREATE TABLE transactions (
  account_id uuid NOT NULL,
  unit wallet_unit NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  previous_seq bigint GENERATED ALWAYS AS (NULLIF(seq - 1, 0)) STORED,
  created_at timestamptz(3) NOT NULL,
  type transaction_type NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  balance_before bigint NOT NULL,
  balance_after bigint NOT NULL,
  description text NOT NULL CHECK (char_length(description) BETWEEN 1 AND 500),
  source transaction_source NOT NULL,
  ref_type text,
  ref_id text,
  idempotency_key text NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 300),
  -- Which grants the row filled or burned: [[no, "amount"], …]. What they do not cover is debt.
  lots jsonb NOT NULL DEFAULT '[]',
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (account_id, unit, seq),
  UNIQUE (account_id, idempotency_key),
  -- A wallet's ledger is a chain: every row starts at the balance where the row before it ended.
  UNIQUE (account_id, unit, seq, balance_after),
  FOREIGN KEY (account_id, unit, previous_seq, balance_before)
    REFERENCES transactions (account_id, unit, seq, balance_after),
  CONSTRAINT transactions_starts_at_zero CHECK (seq > 1 OR balance_before = 0),
  CONSTRAINT transactions_adds_up CHECK (balance_after = balance_before + amount),
  CONSTRAINT transactions_sign CHECK (
    CASE
      WHEN type IN ('topup', 'auto_recharge', 'bonus', 'contract_grant', 'bonus_grant') THEN amount > 0
      WHEN type IN ('spend', 'gpu_usage', 'storage_billing', 'expiry') THEN amount < 0
      ELSE true
    END
  ),
  CONSTRAINT transactions_ref CHECK ((ref_type IS NULL) = (ref_id IS NULL))
);
-- Filters by type stay fast on a ledger of a million spends, because the spends are not in this index.
CREATE INDEX transactions_type_idx ON transactions (account_id, unit, type, seq) WHERE type <> 'spend';
CREATE INDEX transactions_ref_idx ON transactions (account_id, ref_type, ref_id, seq) WHERE type <> 'spend';

-- The ledger by UTC day and type: statements, monthly cost, and the seq range of any day, without a scan.
CREATE TABLE wallet_days (
  account_id uuid NOT NULL,
  unit wallet_unit NOT NULL,
  day date NOT NULL,
  type transaction_type NOT NULL,
  rows bigint NOT NULL,
  -- What came in and what went out; both count up. A refund comes in, a refund withdrawn by Stripe goes out.
  added numeric(30, 0) NOT NULL CHECK (added >= 0),
  removed numeric(30, 0) NOT NULL CHECK (removed >= 0),
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (account_id, unit, day, type)
) WITH (fillfactor = 60);

-- A lot of credit. What is left of it stands on the wallet's head; this row never changes.
CREATE TABLE grants (
  account_id uuid NOT NULL,
  unit wallet_unit NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  origin grant_origin NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  -- The part that was paid for, in nano-credits: 0 for free credit, amount for a plain top-up.
  paid bigint NOT NULL CHECK (paid BETWEEN 0 AND amount),
  expires_at timestamptz(3),
  granted_seq bigint NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (account_id, unit, no),
  UNIQUE (account_id, unit, granted_seq),
  FOREIGN KEY (account_id, unit, granted_seq) REFERENCES transactions (account_id, unit, seq)
);
CREATE INDEX grants_expires_at_idx ON grants (expires_at) WHERE expires_at IS NOT NULL;

-- Credit set aside. A reservation counts in wallets.held; a prepaid hold is a ledger row that later rows settle.
CREATE TABLE holds (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  unit wallet_unit NOT NULL DEFAULT 'credit',
  kind hold_kind NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  status hold_status NOT NULL DEFAULT 'open',
  description text NOT NULL CHECK (char_length(description) BETWEEN 1 AND 500),
  ref_type text,
  ref_id text,
  idempotency_key text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3),
  opened_seq bigint,
  used bigint CHECK (used >= 0),
  ended_at timestamptz(3),
  -- The row that captured or settled it; none when nothing was used or all of it was.
  ended_seq bigint,
  -- The idempotency key of what ended it: the same request again gets the same answer.
  ended_key text,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, idempotency_key),
  FOREIGN KEY (account_id, unit, opened_seq) REFERENCES transactions (account_id, unit, seq),
  FOREIGN KEY (account_id, unit, ended_seq) REFERENCES transactions (account_id, unit, seq),
  CONSTRAINT holds_kind CHECK ((kind = 'prepaid') = (opened_seq IS NOT NULL)),
  CONSTRAINT holds_end CHECK (
    (status = 'open') = (ended_at IS NULL) AND (status = 'open') = (ended_key IS NULL)
    AND (status = 'captured') = (used IS NOT NULL)
  )
);
CREATE INDEX holds_open_idx ON holds (account_id, unit, id) WHERE status = 'open';
CREATE INDEX holds_expires_at_idx ON holds (expires_at) WHERE status = 'open';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: its rows are never changed or deleted', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE FUNCTION refuse_change_of_ended_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'open' OR NEW.amount <> OLD.amount OR NEW.kind <> OLD.kind OR NEW.unit <> OLD.unit THEN
    RAISE EXCEPTION 'hold % has ended: a hold ends once', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER transactions_are_append_only BEFORE UPDATE OR DELETE ON transactions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transactions_are_never_truncated BEFORE TRUNCATE ON transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER grants_are_append_only BEFORE UPDATE OR DELETE ON grants
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER grants_are_never_truncated BEFORE TRUNCATE ON grants
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER holds_end_once BEFORE UPDATE ON holds
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ended_hold();
CREATE TRIGGER holds_are_never_deleted BEFORE DELETE ON holds
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
