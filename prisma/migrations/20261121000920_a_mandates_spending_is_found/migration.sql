-- What was spent under a mandate is read on each hold under it, over all of its days.
CREATE INDEX usage_days_mandate_idx ON usage_days (account_id, mandate) WHERE mandate <> '';
