import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { nano } from "@/lib/values/money";
import { patternsOf, WHERE_FOUND } from "./matching";

/** An account as operators find it. Amounts are decimal strings. */
export interface AccountRow {
  id: string;
  name: string;
  status: "active" | "closed";
  plan: string | null;
  balance: string;
  held: string;
  toolRuns: string;
  members: number;
  lastPostedAt: string;
  createdAt: string;
}

interface Found {
  id: string;
  name: string;
  status: AccountRow["status"];
  plan: string | null;
  balance: bigint;
  held: bigint;
  tool_runs: bigint;
  members: number;
  last_posted_at: Date;
  created_at: Date;
}

const PAGE = 50;

/**
 * Accounts whose name or a member's address holds the text, or whose id begins with it, newest first; all of them without. A transaction's id
 * finds its account. `before` is the last id of the page before.
 */
export async function listAccounts(
  _operator: Operator,
  { text, before }: { text?: string | undefined; before?: string | undefined } = {},
): Promise<{ rows: AccountRow[]; next: string | null }> {
  const found = await readAcrossAccounts((sql) =>
    sql.query<Found>(ROWS, [...patternsOf(text), before ?? null]),
  );
  const rows = found
    .slice(0, PAGE)
    .map(({ balance, held, tool_runs, last_posted_at, created_at, ...row }) => ({
      ...row,
      balance: formatAmount(nano(balance), "credit"),
      held: formatAmount(nano(held), "credit"),
      toolRuns: formatAmount(nano(tool_runs), "tool_run"),
      lastPostedAt: last_posted_at.toISOString(),
      createdAt: created_at.toISOString(),
    }));
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

const ROWS = `
SELECT a.id::text, a.name, a.status::text, p.name AS plan, c.balance, c.held, r.balance AS tool_runs, c.last_posted_at, a.created_at,
  (SELECT count(*)::int FROM members m WHERE m.account_id = a.id AND m.disabled_at IS NULL) AS members
FROM accounts a
JOIN wallets c ON c.account_id = a.id AND c.unit = 'credit'
JOIN wallets r ON r.account_id = a.id AND r.unit = 'tool_run'
LEFT JOIN account_plans p ON p.account_id = a.id
WHERE ${WHERE_FOUND}
  AND ($3::uuid IS NULL OR a.id < $3)
ORDER BY a.id DESC LIMIT ${PAGE + 1}`;
