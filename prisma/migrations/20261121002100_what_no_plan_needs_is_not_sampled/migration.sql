-- These tables grow by thousands of rows a second, and are sampled anew with every tenth that they grow: sampling their widest columns took a
-- twentieth of a busy small machine. No statement chooses rows by them, so no plan needs to know how they are spread.
ALTER TABLE transactions
  ALTER COLUMN balance_before SET STATISTICS 0,
  ALTER COLUMN balance_after SET STATISTICS 0,
  ALTER COLUMN lots SET STATISTICS 0,
  ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE usage_events
  ALTER COLUMN quantities SET STATISTICS 0,
  ALTER COLUMN volumes SET STATISTICS 0,
  ALTER COLUMN fingerprint SET STATISTICS 0,
  ALTER COLUMN input_tokens SET STATISTICS 0,
  ALTER COLUMN output_tokens SET STATISTICS 0,
  ALTER COLUMN cached_input_tokens SET STATISTICS 0,
  ALTER COLUMN cache_write_tokens SET STATISTICS 0,
  ALTER COLUMN reasoning_tokens SET STATISTICS 0,
  ALTER COLUMN cost_usd SET STATISTICS 0;
