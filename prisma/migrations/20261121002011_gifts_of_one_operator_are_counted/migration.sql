-- What one operator alone gives away: credit of a contract beyond what its price buys, and a negative limit that is lowered. It counts against their limit of the day.
CREATE TABLE operator_gifts (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  operator_id uuid NOT NULL REFERENCES users (id),
  kind text NOT NULL CHECK (kind IN ('contract', 'negative_limit')),
  -- Nano-credits.
  amount bigint NOT NULL CHECK (amount > 0),
  given_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id)
);
CREATE INDEX operator_gifts_operator_idx ON operator_gifts (operator_id, given_at);

CREATE TRIGGER operator_gifts_are_append_only BEFORE UPDATE OR DELETE ON operator_gifts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER operator_gifts_are_never_truncated BEFORE TRUNCATE ON operator_gifts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE operator_gifts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON operator_gifts USING (
  account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
  OR (SELECT current_setting('app.every_account', true)) = 'on'
);
GRANT SELECT, INSERT ON operator_gifts TO ecu_app;
