import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import type { ReRateStatus } from "@/lib/db/generated/client";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { utcDay } from "@/lib/values/time";
import { digestOf } from "./rules/digest";
import { type ReRateTotal, totalsOf } from "./rules/totals";

/** A re-rate as operators see it in a list. */
export interface ReRateRow {
  id: string;
  reason: string;
  accountId: string | null;
  version: number;
  /** UTC days, both included. */
  from: string;
  to: string;
  status: ReRateStatus;
  proposedBy: string;
  proposedAt: string;
  isOwn: boolean;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string;
}

/** What it does to one wallet of one account. Amounts are decimal strings; what is given back is above zero. */
export interface ShareView {
  accountId: string;
  accountName: string;
  unit: Unit;
  calls: string;
  changed: string;
  /** Those that stay as they are, and those of them that could not be priced anew, or not again. */
  unchanged: string;
  leftOut: string;
  /** Both of the calls whose price differs, and of no others. */
  oldCharge: string;
  newCharge: string;
  difference: string;
  /** Waiting, posted, without a difference in all, or why not. */
  state: "none" | "waiting" | "posted" | "even" | "refused";
  refused: string;
  transaction: string | null;
}

/** The newest re-rates; at most 200. */
export async function listReRates({ actor }: Operator): Promise<ReRateRow[]> {
  const rows = await prisma().reRate.findMany({
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return withNames(rows, actor.userId);
}

/** One re-rate with every account's difference, the largest first. @throws Refusal `not_found` */
export async function readReRate(
  { actor }: Operator,
  id: string,
): Promise<ReRateRow & { shares: ShareView[]; totals: ReRateTotal[]; digest: string }> {
  const found = await prisma().reRate.findUnique({ where: { id } });
  const [row] = found ? await withNames([found], actor.userId) : [];
  if (!row) throw notFound("re-rate");
  const shares = await readAcrossAccounts((sql) => sql.query<ShareRow>(SHARES, [id]));
  return { ...row, shares: shares.map(shareOf), totals: totalsOf(shares), digest: digestOf(shares) };
}

type Found = Awaited<ReturnType<ReturnType<typeof prisma>["reRate"]["findMany"]>>[number];

async function withNames(rows: readonly Found[], userId: string): Promise<ReRateRow[]> {
  const ids = rows.flatMap(({ proposedBy, decidedBy }) =>
    decidedBy ? [proposedBy, decidedBy] : [proposedBy],
  );
  const users = await prisma().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return rows.map(({ id, reason, accountId, version, status, note, ...row }) => ({
    ...{ id, reason, accountId, version, status, note },
    from: utcDay(row.fromAt),
    to: utcDay(new Date(row.untilAt.getTime() - 1)),
    proposedBy: emails.get(row.proposedBy) ?? "",
    proposedAt: row.proposedAt.toISOString(),
    isOwn: row.proposedBy === userId,
    decidedBy: row.decidedBy === null ? null : (emails.get(row.decidedBy) ?? ""),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}

interface ShareRow {
  accountId: string;
  accountName: string;
  unit: Unit;
  calls: bigint;
  changed: bigint;
  leftOut: bigint;
  oldCharge: bigint;
  newCharge: bigint;
  settledAt: Date | null;
  postedSeq: bigint | null;
  refused: string;
}

const SHARES = `
SELECT s.account_id::text AS "accountId", a.name AS "accountName", s.unit::text AS unit, s.calls, s.changed, s.left_out AS "leftOut",
  s.old_charge AS "oldCharge", s.new_charge AS "newCharge", s.settled_at AS "settledAt", s.posted_seq AS "postedSeq", s.refused
FROM re_rate_accounts s JOIN accounts a ON a.id = s.account_id
WHERE s.re_rate_id = $1::uuid ORDER BY abs(s.new_charge - s.old_charge) DESC, s.account_id, s.unit`;

function shareOf({ settledAt, postedSeq: seq, ...share }: ShareRow): ShareView {
  const { accountId, accountName, unit, refused } = share;
  const text = (amount: bigint) => formatAmount(nano(amount), unit);
  const state =
    share.changed === 0n
      ? "none"
      : settledAt === null
        ? "waiting"
        : refused !== ""
          ? "refused"
          : seq === null
            ? "even"
            : "posted";
  return {
    ...{ accountId, accountName, unit, refused, state },
    calls: share.calls.toString(),
    changed: share.changed.toString(),
    unchanged: (share.calls - share.changed).toString(),
    leftOut: share.leftOut.toString(),
    oldCharge: text(share.oldCharge),
    newCharge: text(share.newCharge),
    difference: text(share.oldCharge - share.newCharge),
    transaction: seq === null ? null : transactionId({ accountId, unit, seq }),
  };
}
