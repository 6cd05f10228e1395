/**
 * The rows `t` of a payment's money that went back to its payer, or came back of that: what refunds and disputes wrote. An index of all that is no spend
 * finds them.
 */
export const MONEY_BACK =
  "t.type IN ('refund', 'dispute') AND t.type <> 'spend' AND t.ref_type IN ('payment_intent', 'invoice')";

/**
 * What went back as money, by the grant that it was taken from, of the wallet $1, $2; less than nothing where more came back into a grant than went. What
 * came back as a grant of its own only filled that grant.
 * @param among a condition on the rows `t` that count
 */
export function backOf(among: string): string {
  return `
SELECT (c.value ->> 0)::int AS no, -sum((c.value ->> 1)::numeric) AS back
FROM transactions t CROSS JOIN LATERAL jsonb_array_elements(t.lots) AS c (value)
WHERE t.account_id = $1::uuid AND t.unit = $2::wallet_unit AND ${MONEY_BACK} AND ${among}
  AND NOT EXISTS (SELECT 1 FROM grants o WHERE o.account_id = t.account_id AND o.unit = t.unit AND o.granted_seq = t.seq AND o.no = (c.value ->> 0)::int)
GROUP BY 1`;
}
