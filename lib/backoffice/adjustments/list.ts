import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { transactionId, type Unit } from "@/lib/values/ids";
import { add, nano } from "@/lib/values/money";
import { othersAbout, readNamed } from "./others";
import type { Named } from "./rules/named";
import type { Other } from "./rules/seen";

/** A proposal as operators see it. Amounts are decimal strings. */
export interface AdjustmentView {
  accountId: string;
  accountName: string;
  id: string;
  kind: "correction" | "grant";
  unit: Unit;
  amount: string;
  /** The balance now, and with it; for an open proposal. */
  balance: string;
  after: string;
  reason: string;
  corrects: string;
  expiresAt: string | null;
  status: "proposed" | "posted" | "declined" | "withdrawn";
  proposedBy: string;
  proposedAt: string;
  /** Whether the operator who asks proposed it, and so cannot approve it. */
  isOwn: boolean;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string;
  transaction: string | null;
  /** Of an open one: what else puts the same row right, or did. */
  others: Other[];
  /** Of an open one: the row that it puts right; null where it names none. */
  named: Named | null;
}

interface Row {
  account_id: string;
  account_name: string;
  id: string;
  kind: AdjustmentView["kind"];
  unit: Unit;
  amount: bigint;
  balance: bigint;
  reason: string;
  corrects: string;
  expires_at: Date | null;
  status: AdjustmentView["status"];
  proposed_by: string;
  proposer: string;
  proposed_at: Date;
  decider: string | null;
  decided_at: Date | null;
  note: string;
  posted_seq: bigint | null;
}

const PAGE = 50;

export interface AdjustmentFilter {
  kind?: AdjustmentView["kind"];
  accountId?: string;
  /** Only those that wait for somebody, or only those that are decided. */
  open?: boolean;
  /** The last one of the page before, as `time|id`. */
  before?: string;
}

/** Corrections and grants, the newest proposal first, a page at a time. */
export async function listAdjustments(
  { actor }: Operator,
  { kind, accountId, open, before }: AdjustmentFilter = {},
): Promise<{ rows: AdjustmentView[]; next: string | null }> {
  const [at, after] = cursorOf(before);
  const values = [kind ?? null, accountId ?? null, open ?? null, at, after];
  const { found, rows } = await readAcrossAccounts(async (sql) => {
    const found = await sql.query<Row>(ROWS, values);
    const rows: AdjustmentView[] = [];
    for (const row of found.slice(0, PAGE)) {
      const { account_id: accountId, id, unit, corrects, status } = row;
      const isOpen = status === "proposed";
      const others = isOpen ? await othersAbout(sql, { accountId, id, corrects }) : [];
      const named = isOpen ? await readNamed(sql, { accountId, unit, corrects }) : null;
      rows.push({ ...viewOf(row, actor.userId), others, named });
    }
    return { found, rows };
  });
  const last = found[PAGE - 1];
  return {
    rows,
    next: found.length > PAGE && last ? `${last.proposed_at.toISOString()}|${last.id}` : null,
  };
}

function cursorOf(before: string | undefined): [string | null, string | null] {
  const [at = "", id = ""] = before?.split("|") ?? [];
  const isCursor = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id);
  return isCursor ? [at, id] : [null, null];
}

function viewOf(row: Row, userId: string): Omit<AdjustmentView, "others" | "named"> {
  const { account_id: accountId, unit, kind, status, id, reason, corrects, note, posted_seq: seq } = row;
  const amount = nano(row.amount);
  const balance = nano(row.balance);
  return {
    ...{ accountId, accountName: row.account_name, id, kind, unit, status, reason, corrects, note },
    amount: formatAmount(amount, unit),
    balance: formatAmount(balance, unit),
    after: formatAmount(add(balance, amount), unit),
    expiresAt: row.expires_at?.toISOString() ?? null,
    proposedBy: row.proposer,
    proposedAt: row.proposed_at.toISOString(),
    isOwn: row.proposed_by === userId,
    decidedBy: row.decider,
    decidedAt: row.decided_at?.toISOString() ?? null,
    transaction: seq === null ? null : transactionId({ accountId, unit, seq }),
  };
}

const ROWS = `
SELECT j.account_id::text, a.name AS account_name, j.id::text, j.kind::text, j.unit::text, j.amount, w.balance, j.reason, j.corrects,
  j.expires_at, j.status::text, j.proposed_by::text, p.email AS proposer, j.proposed_at, d.email AS decider, j.decided_at, j.note, j.posted_seq
FROM adjustments j
JOIN accounts a ON a.id = j.account_id
JOIN wallets w ON w.account_id = j.account_id AND w.unit = j.unit
JOIN users p ON p.id = j.proposed_by
LEFT JOIN users d ON d.id = j.decided_by
WHERE ($1::text IS NULL OR j.kind::text = $1) AND ($2::uuid IS NULL OR j.account_id = $2)
  AND ($3::boolean IS NULL OR (j.status = 'proposed') = $3)
  AND ($4::timestamptz IS NULL OR (j.proposed_at, j.id) < ($4, $5::uuid))
ORDER BY j.proposed_at DESC, j.id DESC LIMIT ${PAGE + 1}`;
