-- What an answer says of its charge stands in its headers, where a call of a model is answered as its provider does.
ALTER TABLE idempotent_requests ADD COLUMN headers jsonb CHECK (jsonb_typeof(headers) = 'object');
