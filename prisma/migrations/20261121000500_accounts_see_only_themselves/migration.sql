-- The second wall: a statement sees only the accounts that its transaction has named by
--   SET LOCAL app.account_id = 'uuid[,uuid…]'   or, deliberately,   SET LOCAL app.every_account = 'on'.
-- The settings are read in sub-selects, once a statement and not once a row.
DO $$
DECLARE
  tenant text;
  account text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'accounts', 'members', 'teams', 'team_members', 'projects', 'invitations', 'wallets', 'transactions', 'wallet_days',
    'grants', 'holds', 'usage_events', 'usage_days', 'outbox', 'audit_log', 'idempotent_requests'
  ] LOOP
    account := CASE tenant WHEN 'accounts' THEN 'id' ELSE 'account_id' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        %2$I = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant, account);
  END LOOP;
END $$;

-- The first wall: what the application may do at all. The owner of the tables only migrates.
GRANT USAGE ON SCHEMA public TO ecu_app;
GRANT SELECT, INSERT, UPDATE ON
  accounts, members, teams, projects, invitations, users, sessions, identities, password_resets, api_keys,
  wallets, wallet_days, usage_days, holds, emails, idempotent_requests, rate_limits, heartbeats
  TO ecu_app;
GRANT SELECT, INSERT ON
  transactions, grants, usage_events, audit_log, price_lists, model_prices, rate_cards, rate_card_entries, team_members, outbox
  TO ecu_app;
-- What may go: hand-overs that are done, memberships of a team, counters, answers past their time.
GRANT DELETE ON outbox, team_members, rate_limits, idempotent_requests, password_resets, sessions TO ecu_app;
