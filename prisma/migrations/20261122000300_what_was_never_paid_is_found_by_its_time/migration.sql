-- Payments are listed with what was begun and brought nothing, page by page down their time.
CREATE INDEX purchases_not_paid_idx ON purchases (account_id, created_at DESC) WHERE status <> 'paid';
