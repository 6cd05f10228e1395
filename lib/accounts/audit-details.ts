/**
 * The details of an entry `d` of an audit log. Entries of proposals said their amount in nano-credits once: that is the very number which the
 * proposal keeps, and which no amount in ECU is, as none is zero. Entries never change, so that these are read in ECU.
 * @param proposalId what names the entry's proposal, in SQL
 */
export function detailsRead(proposalId: string): string {
  return `coalesce((
    SELECT jsonb_set(d.details, '{amount}', to_jsonb(trim_scale(p.amount * 0.000000001)::text))
    FROM adjustments p
    WHERE d.action IN ('correction.proposed', 'grant.proposed') AND p.account_id = d.account_id AND p.unit = 'credit'
      AND p.id::text = ${proposalId} AND p.amount::text = d.details ->> 'amount'), d.details)`;
}
