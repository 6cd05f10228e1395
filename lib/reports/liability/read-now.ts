import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { accountsInTurn } from "@/lib/metering/margins";
import { add, type Nano, nano, ZERO } from "@/lib/values/money";
import { MOVEMENT, readChanges } from "./read-changes";
import { figuresOf } from "./rules/figures";
import { endOfMonth, monthAfter, monthsOf } from "./rules/months";
import { type Month, type Pool, splitByPool } from "./rules/pools";

/** Credit as it stands, and what of it was sold in a month. */
export interface CreditNow {
  /** As `figuresOf` has it. */
  sold: Nano;
  /** What is left in each pool at this moment. */
  pools: Readonly<Record<Pool, Nano>>;
}

/**
 * The first figures of the liability report, to the nano-credit the same, without replaying the books: what is left is read from the wallets' heads, and what
 * was sold from the few rows that the rollup by day names.
 */
export function readCreditNow(month: Month): Promise<CreditNow> {
  return readAcrossAccounts(async (sql) => {
    let sold = ZERO;
    const pools = { paid: ZERO, free: ZERO, owed: ZERO };
    for await (const accounts of accountsInTurn(sql)) {
      sold = add(sold, await readSold(sql, accounts, month));
      const [left] = await sql.query<Record<Pool, string>>(LEFT, [accounts]);
      for (const pool of ["paid", "free", "owed"] as const)
        pools[pool] = add(pools[pool], nano(BigInt(left?.[pool] ?? "0")));
    }
    return { sold, pools };
  });
}

async function readSold(sql: Sql, accounts: readonly string[], month: Month): Promise<Nano> {
  const rows = await sql.query<{ account_id: string; amount: string; is_mixed: boolean }>(SOLD, [
    accounts,
    `${month}-01`,
    `${monthAfter(month)}-01`,
  ]);
  // What moves in a grant that was paid in part depends on all that moved in it before. No verb makes such a grant; the books allow it.
  const mixed = rows.filter(({ is_mixed: isMixed }) => isMixed).map(({ account_id: id }) => id);
  const plain = rows.filter(({ is_mixed: isMixed }) => !isMixed).map(({ amount }) => nano(BigInt(amount)));
  return [...plain, await replaySold(sql, mixed, month)].reduce(add, ZERO);
}

async function replaySold(sql: Sql, accounts: readonly string[], month: Month): Promise<Nano> {
  if (accounts.length === 0) return ZERO;
  const { changes, grants } = await readChanges(sql, accounts, endOfMonth(month));
  const last = monthsOf(splitByPool(changes, grants).changes, month).at(-1);
  return last ? figuresOf(last).sold : ZERO;
}

// Only money in, refunds that were withdrawn, and disputes can be sold or go back elsewhere. A day's rows of a type lie between its first and last; that none of them is
// a spend is what lets the index of the other types find them.
const SOLD = `
SELECT t.account_id::text, coalesce(sum(p.amount), 0)::text AS amount, bool_or(p.is_mixed) AS is_mixed
FROM wallet_days d
JOIN transactions t ON t.account_id = d.account_id AND t.unit = d.unit AND t.seq BETWEEN d.first_seq AND d.last_seq AND t.type = d.type AND t.type <> 'spend'
CROSS JOIN LATERAL (
  SELECT (c.value ->> 1)::numeric AS amount, g.paid < g.amount AS is_mixed
  FROM jsonb_array_elements(t.lots) AS c (value)
  JOIN grants g ON g.account_id = t.account_id AND g.unit = t.unit AND g.no = (c.value ->> 0)::int AND g.paid > 0
  UNION ALL
  SELECT least(t.balance_after, 0)::numeric - least(t.balance_before, 0), false
  WHERE t.balance_after < 0 OR t.balance_before < 0
) AS p
WHERE d.account_id = ANY ($1::uuid[]) AND d.unit = 'credit' AND d.day >= $2::date AND d.day < $3::date
  AND (d.type IN ('topup', 'auto_recharge', 'contract_grant', 'dispute') OR d.type = 'refund' AND d.removed > 0)
  AND ${MOVEMENT} IN ('sold', 'elsewhere')
GROUP BY 1`;

const LEFT = `
SELECT coalesce(sum(g.paid), 0)::text AS paid, coalesce(sum(g.free), 0)::text AS free, coalesce(sum(least(w.balance, 0)), 0)::text AS owed
FROM wallets w
LEFT JOIN LATERAL (
  SELECT sum(l.paid) AS paid, sum(l.remaining - l.paid) AS free
  FROM (
    SELECT o.remaining, CASE WHEN g.paid >= g.amount THEN o.remaining ELSE least(o.remaining, g.paid) END AS paid
    FROM (SELECT (e.value ->> 'no')::int AS no, (e.value ->> 'remaining')::numeric AS remaining FROM jsonb_array_elements(w.lots) AS e (value)) AS o
    JOIN grants g ON g.account_id = w.account_id AND g.unit = w.unit AND g.no = o.no
  ) AS l
) AS g ON true
WHERE w.account_id = ANY ($1::uuid[]) AND w.unit = 'credit'`;
