import { readAcrossAccounts } from "@/lib/db/transaction";

/** By which one look is told from the next: another text means that something has changed. */
export interface Marks {
  /** Of both wallets: rows, and what is held. */
  wallet: string;
  /** Of what makes banners without moving a balance: auto-recharge's trouble, disputes, budgets, unusual days, what was stopped. */
  notices: string;
}

const MARKS = `
SELECT w.account_id::text AS account_id,
  string_agg(w.seq || ':' || w.held || ':' || w.allocation, ' ' ORDER BY w.unit) AS wallet,
  concat_ws(' ',
    (SELECT s.is_on || s.trouble FROM recharge_settings s WHERE s.account_id = w.account_id),
    (SELECT count(*) FROM disputes d WHERE d.account_id = w.account_id AND d.withdrawn_seq IS NOT NULL AND d.reinstated_seq IS NULL),
    (SELECT max(c.crossed_at) FROM budget_crossings c WHERE c.account_id = w.account_id),
    (SELECT max(a.found_at) FROM anomalies a WHERE a.account_id = w.account_id),
    (SELECT count(*) FROM instances i WHERE i.account_id = w.account_id AND i.status = 'interrupted')) AS notices
FROM wallets w WHERE w.account_id = ANY ($1::uuid[]) GROUP BY w.account_id`;

/** The marks of accounts that somebody looks at right now: of any number, hence across all. */
export async function readMarks(accountIds: readonly string[]): Promise<Map<string, Marks>> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<Marks & { account_id: string }>(MARKS, [accountIds]),
  );
  return new Map(rows.map(({ account_id, wallet, notices }) => [account_id, { wallet, notices }]));
}
