-- Receipts and credit notes have numbers: one series each for the whole installation, from 1 on, without a gap and none twice.
CREATE TYPE receipt_series AS ENUM ('receipt', 'credit_note');

-- Global: the last number of each series. Whoever gives the next one holds this row until the commit that makes it true, and takes no other lock after it:
-- what is rolled back has taken no number.
CREATE TABLE receipt_counters (
  series receipt_series PRIMARY KEY,
  last_number bigint NOT NULL DEFAULT 0 CHECK (last_number >= 0)
);

-- The number of a row of the credit wallet: of one that a payment wrote, or one that a refund of it wrote. Which numbers are whose never changes.
CREATE TABLE receipt_numbers (
  account_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  series receipt_series NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  PRIMARY KEY (account_id, seq),
  UNIQUE (account_id, series, number)
);

-- What there is already, in the order in which it was written.
INSERT INTO receipt_numbers (account_id, seq, series, number)
SELECT m.account_id, m.seq, m.series, row_number() OVER (PARTITION BY m.series ORDER BY t.created_at, m.account_id, m.seq)
FROM (
  SELECT account_id, seq, 'receipt'::receipt_series AS series FROM payments
  UNION ALL SELECT account_id, seq, 'credit_note' FROM refunds WHERE seq IS NOT NULL
) m
JOIN transactions t ON t.account_id = m.account_id AND t.unit = 'credit' AND t.seq = m.seq;
INSERT INTO receipt_counters (series, last_number)
SELECT s.series, (SELECT count(*) FROM receipt_numbers n WHERE n.series = s.series)
FROM unnest(enum_range(NULL::receipt_series)) AS s (series);

CREATE FUNCTION refuse_gap_of_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.series <> OLD.series OR NEW.last_number <> OLD.last_number + 1 THEN
    RAISE EXCEPTION 'the numbers of receipts go on by one' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_counters_go_on_by_one BEFORE UPDATE ON receipt_counters
  FOR EACH ROW EXECUTE FUNCTION refuse_gap_of_receipts();
CREATE TRIGGER receipt_counters_are_never_deleted BEFORE DELETE ON receipt_counters
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_numbers_never_change BEFORE UPDATE OR DELETE ON receipt_numbers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_numbers_are_never_truncated BEFORE TRUNCATE ON receipt_numbers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE receipt_numbers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON receipt_numbers USING (
  account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
  OR (SELECT current_setting('app.every_account', true)) = 'on'
);
GRANT SELECT, INSERT ON receipt_numbers TO ecu_app;
GRANT SELECT, UPDATE ON receipt_counters TO ecu_app;
