-- What a provider charges us (price lists) and what we charge (rate cards) are versions that never change:
-- a charge names its rate card, and can be computed again from it at any time.

CREATE TABLE price_lists (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  source_version text NOT NULL,
  imported_at timestamptz(3) NOT NULL DEFAULT now(),
  -- By what rules the source finds a model by the names that callers use: kept with the prices, so that a charge can be explained
  -- after the source has changed its rules.
  matching jsonb NOT NULL,
  digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32)
);

CREATE TABLE model_prices (
  price_list integer NOT NULL REFERENCES price_lists (id),
  provider text NOT NULL,
  model text NOT NULL,
  -- input, output, cached_input, cache_write, input_audio, output_audio, cached_audio, request …: see lib/metering/rules/kinds.ts
  kind text NOT NULL,
  -- The price holds for calls with more input tokens than this; the highest tier reached prices the whole call.
  above_input_tokens bigint NOT NULL DEFAULT 0 CHECK (above_input_tokens >= 0),
  -- 10⁻¹² USD for a million of what the kind counts: tokens, requests, seconds, searches.
  pico_usd_per_million numeric(30, 0) NOT NULL CHECK (pico_usd_per_million >= 0),
  PRIMARY KEY (price_list, provider, model, kind, above_input_tokens)
);

CREATE TABLE rate_cards (
  version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The account whose card it is; none for the card that everyone has.
  account_id uuid,
  valid_from timestamptz(3) NOT NULL,
  price_list integer REFERENCES price_lists (id),
  -- The price of one ECU in 10⁻¹² USD.
  credit_value bigint NOT NULL CHECK (credit_value > 0),
  note text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL
);
CREATE INDEX rate_cards_in_force_idx ON rate_cards (account_id, valid_from DESC, version DESC);

CREATE TABLE rate_card_entries (
  version integer NOT NULL REFERENCES rate_cards (version),
  feature text NOT NULL,
  -- '' stands for any.
  operation text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT '',
  hardware text NOT NULL DEFAULT '',
  -- What a fixed price counts (input_token, output_token, run, iteration, trace_judgement, hour, gb_day …); 'cost' for cost-plus.
  meter text NOT NULL,
  -- Fixed: nano-credits for `per` of the meter.
  price bigint CHECK (price >= 0),
  per bigint NOT NULL DEFAULT 1 CHECK (per > 0),
  -- Cost-plus: real cost × markup, in millionths (1300000 is 1.3).
  markup_ppm bigint CHECK (markup_ppm >= 1000000),
  floor bigint NOT NULL DEFAULT 0 CHECK (floor >= 0),
  unit wallet_unit NOT NULL DEFAULT 'credit',
  PRIMARY KEY (version, feature, operation, model, hardware, meter),
  CHECK ((meter = 'cost') = (markup_ppm IS NOT NULL) AND (meter = 'cost') = (price IS NULL))
);

-- What was used by one metered call. Immutable; a billable one has exactly one ledger row.
CREATE TABLE usage_events (
  account_id uuid NOT NULL,
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 200),
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  feature text NOT NULL,
  operation text NOT NULL DEFAULT '',
  provider text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT '',
  hardware text NOT NULL DEFAULT '',
  member text NOT NULL DEFAULT '',
  team text NOT NULL DEFAULT '',
  project text NOT NULL DEFAULT '',
  key_id text NOT NULL DEFAULT '',
  input_tokens bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
  output_tokens bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
  cached_input_tokens bigint NOT NULL DEFAULT 0 CHECK (cached_input_tokens BETWEEN 0 AND input_tokens),
  cache_write_tokens bigint NOT NULL DEFAULT 0 CHECK (cache_write_tokens >= 0),
  reasoning_tokens bigint NOT NULL DEFAULT 0 CHECK (reasoning_tokens BETWEEN 0 AND output_tokens),
  -- What is counted beside tokens, by meter: {"run": "3"}.
  quantities jsonb NOT NULL DEFAULT '{}',
  byok boolean NOT NULL DEFAULT false,
  cost_usd bigint NOT NULL CHECK (cost_usd >= 0),
  cost_source text NOT NULL CHECK (cost_source IN ('reported', 'price_list', 'none')),
  rate_card integer NOT NULL,
  unit wallet_unit NOT NULL DEFAULT 'credit',
  charge bigint NOT NULL CHECK (charge >= 0),
  -- The ledger row that charged it; none when there was nothing to charge.
  seq bigint,
  -- What of the request decided the price, so that a repeated id with other content is found.
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  PRIMARY KEY (account_id, id),
  CONSTRAINT usage_events_charged CHECK ((charge > 0) = (seq IS NOT NULL))
);
CREATE INDEX usage_events_occurred_at_idx ON usage_events (account_id, occurred_at);

CREATE TABLE usage_days (
  account_id uuid NOT NULL,
  day date NOT NULL,
  unit wallet_unit NOT NULL,
  feature text NOT NULL,
  operation text NOT NULL,
  model text NOT NULL,
  member text NOT NULL,
  team text NOT NULL,
  project text NOT NULL,
  key_id text NOT NULL,
  calls bigint NOT NULL,
  input_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  cached_input_tokens bigint NOT NULL,
  charge numeric(30, 0) NOT NULL,
  cost_usd numeric(30, 0) NOT NULL,
  PRIMARY KEY (account_id, day, unit, feature, operation, model, member, team, project, key_id)
) WITH (fillfactor = 60);

CREATE TRIGGER usage_events_are_append_only BEFORE UPDATE OR DELETE ON usage_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER usage_events_are_never_truncated BEFORE TRUNCATE ON usage_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_cards_never_change BEFORE UPDATE OR DELETE ON rate_cards
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_card_entries_never_change BEFORE UPDATE OR DELETE ON rate_card_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER price_lists_never_change BEFORE UPDATE OR DELETE ON price_lists
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER model_prices_never_change BEFORE UPDATE OR DELETE ON model_prices
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
