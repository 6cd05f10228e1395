-- The operators' first page and /metrics count what was given up within a day, every few seconds: by this, and not by reading all deliveries.
CREATE INDEX webhook_deliveries_given_up_idx ON webhook_deliveries (ended_at) WHERE status = 'failed';
