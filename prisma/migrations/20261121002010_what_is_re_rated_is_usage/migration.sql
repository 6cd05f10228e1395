-- What re-rates changed, rolled up as usage is and with the same names, so that reports of usage add up to what the ledger charged.
CREATE TABLE re_rate_days (
  account_id uuid NOT NULL,
  re_rate_id uuid NOT NULL,
  unit wallet_unit NOT NULL,
  -- UTC days: when the difference was posted, and when the calls ran.
  posted_on date NOT NULL,
  used_on date NOT NULL,
  feature text NOT NULL,
  operation text NOT NULL,
  model text NOT NULL,
  member text NOT NULL,
  team text NOT NULL,
  project text NOT NULL,
  key_id text NOT NULL,
  mandate text NOT NULL,
  resource text NOT NULL,
  calls bigint NOT NULL CHECK (calls > 0),
  -- The new price less the old one: below zero it was given back.
  charge numeric(30, 0) NOT NULL,
  PRIMARY KEY (account_id, posted_on, unit, feature, operation, model, member, team, project, key_id, mandate, resource, used_on, re_rate_id),
  FOREIGN KEY (account_id, re_rate_id, unit) REFERENCES re_rate_accounts (account_id, re_rate_id, unit)
);
CREATE INDEX re_rate_days_used_on_idx ON re_rate_days (account_id, used_on);
CREATE INDEX re_rate_days_re_rate_idx ON re_rate_days (account_id, re_rate_id, unit);

CREATE TRIGGER re_rate_days_are_append_only BEFORE UPDATE OR DELETE ON re_rate_days
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER re_rate_days_are_never_truncated BEFORE TRUNCATE ON re_rate_days
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE re_rate_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON re_rate_days USING (
  account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
  OR (SELECT current_setting('app.every_account', true)) = 'on'
);
GRANT SELECT, INSERT ON re_rate_days TO ecu_app;

-- What was posted before.
INSERT INTO re_rate_days
SELECT r.account_id, r.re_rate_id, r.unit, (coalesce(t.created_at, s.settled_at) AT TIME ZONE 'UTC')::date, (e.occurred_at AT TIME ZONE 'UTC')::date,
  e.feature, e.operation, e.model, e.member, e.team, e.project, e.key_id, e.mandate, e.resource, count(*), sum(r.new_charge - r.old_charge)
FROM re_rate_events r
JOIN re_rate_accounts s ON s.account_id = r.account_id AND s.re_rate_id = r.re_rate_id AND s.unit = r.unit
JOIN usage_events e ON e.account_id = r.account_id AND e.id = r.event_id
LEFT JOIN transactions t ON t.account_id = s.account_id AND t.unit = s.unit AND t.seq = s.posted_seq
WHERE r.is_posted
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
