-- What operators did, across all accounts: global, append-only. What happened to one account stands in its own audit log as well.
CREATE TABLE operator_audit (
  id uuid PRIMARY KEY,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  operator_id uuid NOT NULL REFERENCES users (id),
  operator_email text NOT NULL CHECK (operator_email <> ''),
  action text NOT NULL CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  account_id uuid REFERENCES accounts (id),
  -- The thing, as "contract:6f0c…"; '' where there is none.
  target text NOT NULL DEFAULT '' CHECK (char_length(target) <= 300),
  details jsonb NOT NULL DEFAULT '{}',
  request_id text NOT NULL DEFAULT ''
);
CREATE INDEX operator_audit_account_id_idx ON operator_audit (account_id, id DESC) WHERE account_id IS NOT NULL;
CREATE TRIGGER operator_audit_is_append_only BEFORE UPDATE OR DELETE ON operator_audit
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER operator_audit_is_never_truncated BEFORE TRUNCATE ON operator_audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON operator_audit TO ecu_app;
