-- An operator's session looks at one account at a time: the row is what opens the view, on every request.
CREATE UNIQUE INDEX operator_views_open ON operator_views (session_id) WHERE ended_at IS NULL;
CREATE INDEX operator_views_account_id_idx ON operator_views (account_id, started_at DESC);

CREATE FUNCTION refuse_change_of_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR to_jsonb(NEW) - 'ended_at' <> to_jsonb(OLD) - 'ended_at' THEN
    RAISE EXCEPTION 'a view is ended, and nothing else' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER operator_views_are_ended_once BEFORE UPDATE ON operator_views FOR EACH ROW EXECUTE FUNCTION refuse_change_of_view();
CREATE TRIGGER operator_views_are_never_deleted BEFORE DELETE ON operator_views FOR EACH ROW EXECUTE FUNCTION refuse_change();
