import { accountIdsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { add, type Nano, nano, ZERO } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { readAhead } from "./read-ahead";
import { addCashOf, noCash } from "./read-cash";
import { MOVEMENT, readChanges } from "./read-changes";
import type { Cash } from "./rules/journal";
import { endOfMonth, monthAfter, monthsOf } from "./rules/months";
import { type Month, type Movement, type Pool, POOLS, splitByPool } from "./rules/pools";
import { type Worth, worth } from "./rules/worth";

/** Credit as it stands, and what of it was sold in the month that goes on. */
export interface CreditNow {
  month: Month;
  /** Added to paid credit, or paid for what was owed: with a payment, and elsewhere less what went back there. */
  sold: Nano;
  elsewhere: Nano;
  /** What was paid and paid back through Stripe. */
  cash: Cash;
  /** What is left in each pool at this moment. */
  pools: Readonly<Record<Pool, Nano>>;
  /** Still to be earned, as `figuresOf` has it. */
  deferred: Nano;
  worth: Readonly<{ unused: Worth; ahead: Worth }>;
}

/**
 * The first figures of the liability report, to the nano-credit the same, without replaying the books: what is left is read from the wallets' heads, and what
 * was sold from the few rows that the rollup by day names.
 */
export function readCreditNow(creditValue: PicoUsd, now = new Date()): Promise<CreditNow> {
  const month = utcDay(now).slice(0, 7);
  return readAcrossAccounts(async (sql) => {
    const sums = { sold: ZERO, elsewhere: ZERO, ahead: ZERO, unusedWorth: 0n, aheadWorth: 0n };
    const pools = { paid: ZERO, free: ZERO, owed: ZERO };
    const cash = noCash();
    for await (const accounts of accountIdsInTurn(sql)) {
      const { sold, elsewhere } = await readSold(sql, accounts, month, creditValue);
      sums.sold = add(sums.sold, sold);
      sums.elsewhere = add(sums.elsewhere, elsewhere);
      await addCashOf(sql, accounts, month, cash);
      const [left] = await sql.query<Record<Pool | "worth", string>>(LEFT, [accounts, creditValue]);
      for (const pool of POOLS) pools[pool] = add(pools[pool], nano(BigInt(left?.[pool] ?? "0")));
      sums.unusedWorth += BigInt(left?.worth ?? "0");
      for (const ahead of await readAhead(sql, accounts, [{ month, at: now }], creditValue)) {
        sums.ahead = add(sums.ahead, ahead.amount);
        sums.aheadWorth += ahead.worth;
      }
    }
    const { sold, elsewhere, ahead, unusedWorth, aheadWorth } = sums;
    return {
      ...{ month, sold, elsewhere, cash, pools, deferred: add(pools.paid, ahead) },
      worth: { unused: worth(unusedWorth), ahead: worth(aheadWorth) },
    };
  });
}

type Sold = Pick<CreditNow, "sold" | "elsewhere">;

async function readSold(
  sql: Sql,
  accounts: readonly string[],
  month: Month,
  creditValue: PicoUsd,
): Promise<Sold> {
  const rows = await sql.query<{
    account_id: string;
    movement: Movement;
    amount: string;
    is_mixed: boolean;
  }>(SOLD, [accounts, `${month}-01`, `${monthAfter(month)}-01`]);
  // What moves in a grant that was paid in part depends on all that moved in it before. No verb makes such a grant; the books allow it.
  const mixed = new Set(rows.filter(({ is_mixed: isMixed }) => isMixed).map(({ account_id: id }) => id));
  const plain = rows.filter(({ account_id: id }) => !mixed.has(id));
  const sumOf = (movement: Movement) =>
    plain
      .filter((row) => row.movement === movement)
      .reduce((sum, { amount }) => add(sum, nano(BigInt(amount))), ZERO);
  const replayed = await replaySold(sql, [...mixed], month, creditValue);
  return {
    sold: add(sumOf("sold"), replayed.sold),
    elsewhere: add(sumOf("elsewhere"), replayed.elsewhere),
  };
}

async function replaySold(
  sql: Sql,
  accounts: readonly string[],
  month: Month,
  creditValue: PicoUsd,
): Promise<Sold> {
  if (accounts.length === 0) return { sold: ZERO, elsewhere: ZERO };
  const { changes, grants } = await readChanges(sql, accounts, endOfMonth(month));
  const last = monthsOf(splitByPool(changes, grants, creditValue).changes, month).at(-1);
  const both = (movement: Movement) =>
    last ? add(last.pools.paid.moved[movement], last.pools.owed.moved[movement]) : ZERO;
  return { sold: both("sold"), elsewhere: both("elsewhere") };
}

// Only money in, refunds that were withdrawn, and disputes can be sold or go back elsewhere. A day's rows of a type lie between its first and last; that none of them is
// a spend is what lets the index of the other types find them.
const SOLD = `
SELECT t.account_id::text, ${MOVEMENT} AS movement, coalesce(sum(p.amount), 0)::text AS amount, bool_or(p.is_mixed) AS is_mixed
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
GROUP BY 1, 2`;

// Rounded as `worthOf` rounds: half away from zero, in 10⁻²¹ dollars.
const LEFT = `
SELECT coalesce(sum(g.paid), 0)::text AS paid, coalesce(sum(g.free), 0)::text AS free, coalesce(sum(least(w.balance, 0)), 0)::text AS owed,
  coalesce(sum(g.worth), 0)::text AS worth
FROM wallets w
LEFT JOIN LATERAL (
  SELECT sum(l.paid) AS paid, sum(l.remaining - l.paid) AS free,
    sum(CASE WHEN l.credits IS NULL THEN l.paid * $2::bigint ELSE div(2 * l.net_cents * 1e19 * l.paid + l.credits, 2 * l.credits::numeric) END) AS worth
  FROM (
    SELECT o.remaining, CASE WHEN g.paid >= g.amount THEN o.remaining ELSE least(o.remaining, g.paid) END AS paid, p.net_cents, p.credits
    FROM (SELECT (e.value ->> 'no')::int AS no, (e.value ->> 'remaining')::numeric AS remaining FROM jsonb_array_elements(w.lots) AS e (value)) AS o
    JOIN grants g ON g.account_id = w.account_id AND g.unit = w.unit AND g.no = o.no
    LEFT JOIN payments p ON p.account_id = g.account_id AND p.seq = g.granted_seq
  ) AS l
) AS g ON true
WHERE w.account_id = ANY ($1::uuid[]) AND w.unit = 'credit'`;
