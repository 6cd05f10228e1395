-- Money from outside: what people buy, what Stripe says was paid, given back or disputed, and what it put into the ledger.

-- The levels of a wallet's balance at whose crossing, downwards, a posting leaves a task for the worker in its own commit.
ALTER TABLE wallets ADD COLUMN watch bigint[] NOT NULL DEFAULT '{}' CHECK (cardinality(watch) <= 32);

-- Global: Stripe names events uniquely over all accounts, and which account one concerns is known after reading it.
CREATE TYPE stripe_event_status AS ENUM ('received', 'applied', 'ignored', 'failed');
CREATE TABLE stripe_events (
  id text PRIMARY KEY CHECK (char_length(id) BETWEEN 1 AND 255),
  type text NOT NULL,
  object_id text NOT NULL DEFAULT '',
  -- Known once it was applied.
  account_id uuid,
  api_version text NOT NULL DEFAULT '',
  livemode boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  status stripe_event_status NOT NULL DEFAULT 'received',
  attempts integer NOT NULL DEFAULT 0,
  settled_at timestamptz(3),
  -- What it did, or why it did not, for the operator.
  outcome text NOT NULL DEFAULT '',
  payload jsonb NOT NULL
);
CREATE INDEX stripe_events_received_at_idx ON stripe_events (received_at DESC, id);
CREATE INDEX stripe_events_open_idx ON stripe_events (received_at) WHERE status IN ('received', 'failed');

CREATE TABLE stripe_customers (
  account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
  customer_id text NOT NULL CHECK (customer_id <> ''),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- When its cards were last read from Stripe.
  synced_at timestamptz(3)
);
CREATE INDEX stripe_customers_customer_idx ON stripe_customers (customer_id);

-- A copy of what Stripe keeps, so that pages need not ask; brought up to date by events and after each visit to the portal.
CREATE TABLE payment_methods (
  account_id uuid NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  brand text NOT NULL DEFAULT '',
  last4 text NOT NULL DEFAULT '',
  exp_month smallint CHECK (exp_month BETWEEN 1 AND 12),
  exp_year smallint CHECK (exp_year BETWEEN 2000 AND 2200),
  is_default boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  detached_at timestamptz(3),
  PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX payment_methods_one_default_idx ON payment_methods (account_id) WHERE is_default AND detached_at IS NULL;

-- A person's wish to buy: its price and credit are fixed when it is made.
CREATE TYPE purchase_status AS ENUM ('open', 'processing', 'paid', 'failed', 'expired');
CREATE TABLE purchases (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  -- The form's own key: a second click on Buy is the same purchase.
  request_key text NOT NULL CHECK (char_length(request_key) BETWEEN 1 AND 255),
  credits bigint NOT NULL CHECK (credits > 0),
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  currency text NOT NULL DEFAULT 'usd',
  -- 10⁻¹² USD per ECU, as it was offered.
  unit_price_pico_usd bigint NOT NULL CHECK (unit_price_pico_usd > 0),
  save_card boolean NOT NULL DEFAULT false,
  status purchase_status NOT NULL DEFAULT 'open',
  checkout_session_id text,
  checkout_url text,
  payment_intent_id text,
  bought_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, request_key),
  UNIQUE (account_id, checkout_session_id)
);
CREATE INDEX purchases_open_idx ON purchases (created_at) WHERE status IN ('open', 'processing');

-- Money that arrived. One row for one payment intent or paid invoice, with the credit that it gave.
CREATE TYPE payment_kind AS ENUM ('topup', 'auto_recharge', 'contract');
CREATE TABLE payments (
  account_id uuid NOT NULL REFERENCES accounts (id),
  -- The payment intent; the invoice where it was paid without one.
  id text NOT NULL CHECK (id <> ''),
  kind payment_kind NOT NULL,
  -- What was charged, tax included, and the part of it before tax.
  charged_cents bigint NOT NULL CHECK (charged_cents > 0),
  net_cents bigint NOT NULL CHECK (net_cents BETWEEN 0 AND charged_cents),
  currency text NOT NULL DEFAULT 'usd',
  credits bigint NOT NULL CHECK (credits > 0),
  -- The row that it posted to the credit wallet, and the grant that this row made (none when all of it paid a debt).
  seq bigint NOT NULL,
  grant_no integer,
  charge_id text,
  receipt_url text,
  invoice_id text,
  invoice_url text,
  purchase_id uuid,
  attempt_id uuid,
  contract_id uuid,
  paid_at timestamptz(3) NOT NULL,
  -- Running totals of what went back; each refund and dispute withdraws its share of the credit, all of them exactly all of it.
  refunded_cents bigint NOT NULL DEFAULT 0 CHECK (refunded_cents >= 0),
  refunded_credits bigint NOT NULL DEFAULT 0 CHECK (refunded_credits BETWEEN 0 AND credits),
  disputed_cents bigint NOT NULL DEFAULT 0 CHECK (disputed_cents >= 0),
  disputed_credits bigint NOT NULL DEFAULT 0 CHECK (disputed_credits BETWEEN 0 AND credits),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, seq),
  CONSTRAINT payments_never_give_back_more CHECK (refunded_cents <= charged_cents AND disputed_cents <= charged_cents)
);
CREATE INDEX payments_charge_idx ON payments (account_id, charge_id);
CREATE INDEX payments_paid_at_idx ON payments (account_id, paid_at DESC);

CREATE TYPE refund_status AS ENUM ('pending', 'requires_action', 'succeeded', 'failed', 'canceled');
CREATE TABLE refunds (
  account_id uuid NOT NULL,
  id text NOT NULL CHECK (id <> ''),
  payment_id text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  credits bigint NOT NULL CHECK (credits >= 0),
  status refund_status NOT NULL,
  reason text NOT NULL DEFAULT '',
  -- The row that withdrew the credit, and the one that gave it back because the refund failed.
  seq bigint,
  returned_seq bigint,
  refunded_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, payment_id) REFERENCES payments (account_id, id)
);
CREATE INDEX refunds_payment_idx ON refunds (account_id, payment_id);

CREATE TABLE disputes (
  account_id uuid NOT NULL,
  id text NOT NULL CHECK (id <> ''),
  payment_id text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  credits bigint NOT NULL CHECK (credits >= 0),
  status text NOT NULL,
  reason text NOT NULL DEFAULT '',
  withdrawn_seq bigint,
  reinstated_seq bigint,
  opened_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, payment_id) REFERENCES payments (account_id, id)
);
CREATE INDEX disputes_payment_idx ON disputes (account_id, payment_id);

CREATE TABLE recharge_settings (
  account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
  is_on boolean NOT NULL DEFAULT false,
  threshold bigint NOT NULL CHECK (threshold >= 0),
  credits bigint NOT NULL CHECK (credits > 0),
  -- Per UTC month; null has no cap.
  monthly_cap_cents bigint CHECK (monthly_cap_cents > 0),
  payment_method_id text,
  -- Declines in a row, until when the next try waits, and why it is off or waits, for the banner.
  failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  paused_until timestamptz(3),
  trouble text NOT NULL DEFAULT '',
  updated_by text NOT NULL DEFAULT '',
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX recharge_settings_on_idx ON recharge_settings (account_id) WHERE is_on;

-- `started` until Stripe has answered; an attempt that nobody heard of again is resolved by asking, never by a second charge.
CREATE TYPE recharge_status AS ENUM ('started', 'processing', 'requires_action', 'succeeded', 'declined', 'canceled');
CREATE TABLE recharge_attempts (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  status recharge_status NOT NULL DEFAULT 'started',
  credits bigint NOT NULL CHECK (credits > 0),
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  currency text NOT NULL DEFAULT 'usd',
  payment_method_id text NOT NULL,
  payment_intent_id text,
  -- The balance that asked for it.
  balance bigint NOT NULL,
  threshold bigint NOT NULL,
  decline_code text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  CONSTRAINT recharge_attempts_end CHECK ((ended_at IS NULL) = (status IN ('started', 'processing', 'requires_action')))
);
-- One attempt at a time: the second of two workers that see one crossing is refused here.
CREATE UNIQUE INDEX recharge_attempts_one_open_idx ON recharge_attempts (account_id)
  WHERE status IN ('started', 'processing', 'requires_action');
CREATE INDEX recharge_attempts_created_idx ON recharge_attempts (account_id, created_at DESC);

-- "Talk to sales".
CREATE TABLE leads (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  company text NOT NULL DEFAULT '',
  volume text NOT NULL DEFAULT '',
  message text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'contacted', 'won', 'lost')),
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id)
);

CREATE TABLE contracts (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  currency text NOT NULL DEFAULT 'usd',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'canceled')),
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id)
);

-- One invoice of a contract's schedule: its cash part, and the negotiated extra that comes with it.
CREATE TABLE contract_invoices (
  account_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  due_on date NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  credits bigint NOT NULL CHECK (credits > 0),
  bonus_credits bigint NOT NULL DEFAULT 0 CHECK (bonus_credits >= 0),
  -- When the credit of this part ends; none for credit that stays.
  credit_expires_at timestamptz(3),
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'sending', 'sent', 'paid', 'void')),
  stripe_invoice_id text,
  hosted_url text,
  payment_id text,
  sent_at timestamptz(3),
  paid_at timestamptz(3),
  PRIMARY KEY (account_id, contract_id, no),
  UNIQUE (account_id, stripe_invoice_id),
  FOREIGN KEY (account_id, contract_id) REFERENCES contracts (account_id, id)
);
CREATE INDEX contract_invoices_due_idx ON contract_invoices (due_on) WHERE status IN ('planned', 'sending', 'sent');

-- What reconciliation found. A difference stands until a later run no longer finds it.
CREATE TABLE reconciliations (
  id uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  checked_from timestamptz(3) NOT NULL,
  payments_seen integer NOT NULL DEFAULT 0,
  stripe_cents bigint NOT NULL DEFAULT 0,
  ledger_cents bigint NOT NULL DEFAULT 0,
  repaired integer NOT NULL DEFAULT 0,
  -- [{ kind, object, account_id, cents, what_to_do }]
  differences jsonb NOT NULL DEFAULT '[]',
  error text NOT NULL DEFAULT ''
);

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'stripe_customers', 'payment_methods', 'purchases', 'payments', 'refunds', 'disputes', 'recharge_settings',
    'recharge_attempts', 'leads', 'contracts', 'contract_invoices'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ecu_app', tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON stripe_events, reconciliations TO ecu_app;
