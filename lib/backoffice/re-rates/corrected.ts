/** The calls of an account, $1, whose charge a posted correction has put right, as a query for `event_id`: nobody prices them anew. */
export const CORRECTED = `
SELECT t.ref_id AS event_id FROM adjustments a
JOIN transactions t ON t.account_id = a.account_id AND t.seq = substring(a.corrects FROM '[0-9]+$')::bigint
  AND t.unit = (CASE substring(a.corrects FROM 37 FOR 1) WHEN 'c' THEN 'credit' ELSE 'tool_run' END)::wallet_unit
WHERE a.account_id = $1::uuid AND a.status = 'posted' AND a.corrects <> '' AND t.ref_type = 'usage_event'`;
