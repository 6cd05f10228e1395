import { sqlOf, type Tx } from "@/lib/db/transaction";

/** The disputes of the account `$1` that have taken money and are not decided. */
export const OPEN_DISPUTES = `FROM disputes WHERE account_id = $1::uuid AND withdrawn_seq IS NOT NULL AND reinstated_seq IS NULL
  AND status IN ('needs_response', 'under_review', 'appeal_needs_response', 'appeal_under_review')`;

/** True while a dispute that has taken money of the account is not decided. */
export async function hasOpenDisputeWithin(tx: Tx, accountId: string): Promise<boolean> {
  const open = await sqlOf(tx).query(`SELECT id ${OPEN_DISPUTES} LIMIT 1`, [accountId]);
  return open.length > 0;
}
