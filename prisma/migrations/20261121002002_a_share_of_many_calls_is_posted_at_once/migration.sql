-- A share is marked by one statement, under the wallet's lock: what it may change is looked at once for all its calls, not call by call.
CREATE FUNCTION refuse_change_of_previews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT re_rate_id FROM touched) t JOIN re_rates r ON r.id = t.re_rate_id
    WHERE r.status <> 'previewing' AND (TG_OP <> 'UPDATE' OR r.status <> 'approved'))
  THEN RAISE EXCEPTION 'what was previewed is what is posted' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION refuse_other_amounts_of_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM touched o FULL JOIN changed n USING (account_id, re_rate_id, event_id)
    WHERE (o.unit, o.old_charge, o.new_charge) IS DISTINCT FROM (n.unit, n.old_charge, n.new_charge))
  THEN RAISE EXCEPTION 'what was previewed is what is posted' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER re_rate_events_stay ON re_rate_events;
DROP TRIGGER re_rate_events_amounts ON re_rate_events;
CREATE TRIGGER re_rate_events_stay_added AFTER INSERT ON re_rate_events
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_previews();
CREATE TRIGGER re_rate_events_stay_removed AFTER DELETE ON re_rate_events
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_previews();
CREATE TRIGGER re_rate_events_stay_changed AFTER UPDATE ON re_rate_events
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_previews();
CREATE TRIGGER re_rate_events_amounts AFTER UPDATE ON re_rate_events
  REFERENCING OLD TABLE AS touched NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_amounts_of_calls();
