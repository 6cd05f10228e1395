-- A payment and a refund that withdrew credit get their number from the database, whoever writes them: processes of the version before go on while a new one starts.
CREATE FUNCTION give_receipt_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_number bigint;
BEGIN
  UPDATE receipt_counters SET last_number = last_number + 1 WHERE series = TG_ARGV[0]::receipt_series RETURNING last_number INTO next_number;
  INSERT INTO receipt_numbers (account_id, seq, series, number) VALUES (NEW.account_id, NEW.seq, TG_ARGV[0]::receipt_series, next_number);
  RETURN NULL;
END $$;
CREATE TRIGGER payments_get_a_number AFTER INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION give_receipt_number('receipt');
CREATE TRIGGER refunds_get_a_number AFTER INSERT ON refunds
  FOR EACH ROW WHEN (NEW.seq IS NOT NULL) EXECUTE FUNCTION give_receipt_number('credit_note');

-- What they have written since there are numbers.
DO $$
DECLARE
  missing record;
  next_number bigint;
BEGIN
  FOR missing IN
    SELECT m.account_id, m.seq, m.series FROM (
      SELECT account_id, seq, created_at, 'receipt'::receipt_series AS series FROM payments
      UNION ALL SELECT account_id, seq, created_at, 'credit_note' FROM refunds WHERE seq IS NOT NULL
    ) m
    WHERE NOT EXISTS (SELECT FROM receipt_numbers n WHERE n.account_id = m.account_id AND n.seq = m.seq)
    ORDER BY m.created_at, m.account_id, m.seq
  LOOP
    UPDATE receipt_counters SET last_number = last_number + 1 WHERE series = missing.series RETURNING last_number INTO next_number;
    INSERT INTO receipt_numbers (account_id, seq, series, number) VALUES (missing.account_id, missing.seq, missing.series, next_number);
  END LOOP;
END $$;
