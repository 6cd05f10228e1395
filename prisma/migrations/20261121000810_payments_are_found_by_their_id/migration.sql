-- A refund or dispute names the payment, not the account.
CREATE INDEX payments_id_idx ON payments (id);
