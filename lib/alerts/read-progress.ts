import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { readThresholds } from "./read-thresholds";
import type { Added, Point } from "./rules/crossings";
import type { Threshold } from "./rules/threshold";

/** A wallet as it stands beside what was told of it. */
export interface Progress {
  thresholds: Threshold[];
  told: Point;
  head: Point & { lastPostedAt: Date };
  /** What the head's levels are for alerts, as they were named last. */
  watched: bigint[];
}

interface Row {
  seq: bigint;
  balance: Nano;
  allocation: Nano;
  allocation_seq: bigint;
  last_posted_at: Date;
  has_own: boolean | null;
  told_seq: bigint | null;
  told_balance: Nano | null;
  told_allocation: Nano | null;
  told_allocation_seq: bigint | null;
  watched: bigint[] | null;
}

const WALLET = `
SELECT w.seq, w.balance, w.allocation, w.allocation_seq, w.last_posted_at,
  s.has_own, s.told_seq, s.told_balance, s.told_allocation, s.told_allocation_seq, l.levels AS watched
FROM wallets w
LEFT JOIN alert_states s ON s.account_id = w.account_id AND s.unit = w.unit
LEFT JOIN wallet_watches l ON l.account_id = w.account_id AND l.unit = w.unit AND l.owner = 'alerts'
WHERE w.account_id = $1::uuid AND w.unit = $2::wallet_unit`;

/** What alerts go by, as of one moment; null when there is no such wallet. */
export async function readProgress(sql: Sql, accountId: string, unit: Unit): Promise<Progress | null> {
  const [row] = await sql.query<Row>(WALLET, [accountId, unit]);
  if (!row) return null;
  const { seq, balance, allocation, allocation_seq: allocationSeq, last_posted_at: lastPostedAt } = row;
  return {
    thresholds: await readThresholds(sql, accountId, unit, row.has_own ?? false),
    told: {
      seq: row.told_seq ?? 0n,
      balance: row.told_balance ?? (0n as Nano),
      allocation: row.told_allocation ?? (0n as Nano),
      allocationSeq: row.told_allocation_seq ?? 0n,
    },
    head: { seq, balance, allocation, allocationSeq, lastPostedAt },
    watched: row.watched ?? [],
  };
}

/** A row that added credit, and what it was. */
export interface AddedCredit extends Added {
  type: string;
}

interface AddedRow {
  seq: bigint;
  type: string;
  balance_before: Nano;
  balance_after: Nano;
}

// Found by their grants, so that the rows between them are not read. Credit that only paid a debt off has no grant, and begins no
// allocation that a share could be taken of; that of the head is named.
const ADDED = `
SELECT seq, type, balance_before, balance_after FROM transactions
WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND amount > 0 AND type <> 'refund'
  AND seq = ANY (ARRAY(
    SELECT granted_seq FROM grants WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND granted_seq > $3::bigint
    UNION SELECT $4::bigint WHERE $4::bigint > $3::bigint))
ORDER BY seq`;

/** What was added to a wallet since it was last looked at. */
export async function readAdded(
  sql: Sql,
  accountId: string,
  unit: Unit,
  { told, head }: Progress,
): Promise<AddedCredit[]> {
  if (head.allocationSeq <= told.seq) return [];
  const rows = await sql.query<AddedRow>(ADDED, [accountId, unit, told.seq, head.allocationSeq]);
  return rows.map(({ seq, type, balance_before: balanceBefore, balance_after: balanceAfter }) => ({
    seq,
    type,
    balanceBefore,
    balanceAfter,
  }));
}
