-- Statements and receipts are signed, and carry who they are made out to.

-- The public halves of the keys that ever signed: they stay, so that every old statement can be checked. The private halves are worked out
-- from the installation's secret and its generation, and are stored nowhere. Of one installation, for all accounts.
CREATE TABLE signing_keys (
  -- The thumbprint of the key (RFC 7638), which names it in signatures.
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{43}$'),
  generation integer NOT NULL CHECK (generation > 0),
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (public_key)
);
CREATE TRIGGER signing_keys_never_change BEFORE UPDATE OR DELETE ON signing_keys
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who the account's statements and receipts are made out to.
CREATE TABLE billing_details (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  line1 text NOT NULL CHECK (char_length(line1) BETWEEN 1 AND 200),
  line2 text NOT NULL DEFAULT '' CHECK (char_length(line2) <= 200),
  postal_code text NOT NULL DEFAULT '' CHECK (char_length(postal_code) <= 20),
  city text NOT NULL CHECK (char_length(city) BETWEEN 1 AND 100),
  state text NOT NULL DEFAULT '' CHECK (char_length(state) <= 100),
  -- ISO 3166-1 alpha-2.
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  tax_id text NOT NULL DEFAULT '' CHECK (tax_id = '' OR tax_id ~ '^[0-9A-Z][0-9A-Z ./-]{2,29}$'),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
ALTER TABLE billing_details ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON billing_details USING (
  account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
  OR (SELECT current_setting('app.every_account', true)) = 'on'
);

GRANT SELECT, INSERT ON signing_keys TO ecu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON billing_details TO ecu_app;
