-- Every call of the gateway is a hold: those of instances are found by their rows, without reading the others.
CREATE INDEX holds_opened_seq_idx ON holds (account_id, unit, opened_seq) WHERE kind = 'prepaid';
CREATE INDEX holds_settled_seq_idx ON holds (account_id, unit, ended_seq) WHERE kind = 'prepaid';
-- What a hold became: its event.
CREATE INDEX usage_events_hold_idx ON usage_events (account_id, hold_id) WHERE hold_id IS NOT NULL;
