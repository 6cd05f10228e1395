import type { Operator } from "@/lib/accounts/operator";
import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts, sqlOf, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { formatAmount } from "@/lib/ledger/row";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano, parseCredits } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";

/** What an operator may still move on this UTC day, by proposing (and by giving away without anybody), and by approving: each counts by itself. */
export interface DailyRoom {
  limit: Nano;
  proposed: Nano;
  approved: Nano;
}

interface Row {
  limit: bigint | null;
  proposed: string;
  approved: string;
}

/** Makes one operator's proposals and approvals wait for each other until the transaction ends, so that no two share what is left. */
export async function lockOperator(tx: Tx, { actor }: Operator): Promise<void> {
  await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [actor.userId]);
}

/** What an operator has moved today. The transaction must see every account. */
export async function readDailyRoom(sql: Sql, operatorId: string, unit: Unit): Promise<DailyRoom> {
  const [row] = await sql.query<Row>(ROOM, [operatorId, unit]);
  return {
    limit: nano(row?.limit ?? defaultLimit(unit)),
    proposed: nano(BigInt(row?.proposed ?? "0")),
    approved: nano(BigInt(row?.approved ?? "0")),
  };
}

/** What an operator may still propose or give away alone on this UTC day, and the limit that it is left of. Decimal strings. */
export interface LeftToday {
  left: string;
  limit: string;
}

/** What an operator has left of their day in both units, for those who ask before they propose. */
export function readLeftToday({ actor }: Operator): Promise<Record<Unit, LeftToday>> {
  return readAcrossAccounts(async (sql) => {
    const of = async (unit: Unit): Promise<LeftToday> => {
      const { limit, proposed } = await readDailyRoom(sql, actor.userId, unit);
      const left = proposed < limit ? limit - proposed : 0n;
      return { left: formatAmount(nano(left), unit), limit: formatAmount(limit, unit) };
    };
    return { credit: await of("credit"), tool_run: await of("tool_run") };
  });
}

/** Refuses what would take an operator past their limit of the day. @throws Refusal `forbidden` */
export async function requireRoom(
  tx: Tx,
  { actor }: Operator,
  part: "proposed" | "approved",
  { unit, size, what }: { unit: Unit; size: bigint; what?: string },
): Promise<void> {
  const room = await readDailyRoom(sqlOf(tx), actor.userId, unit);
  if (room[part] + size <= room.limit) return;
  const words = unitName(unit);
  const counted = what === undefined ? "" : `This is ${formatAmount(nano(size), unit)} ${words} of ${what}. `;
  throw new Refusal(
    "forbidden",
    `${counted}You may have ${formatAmount(room.limit, unit)} ${words} ${part} on one UTC day, and have ${formatAmount(room[part], unit)} today. Ask an operator with a higher limit.`,
  );
}

function defaultLimit(unit: Unit): bigint {
  const { ECU_OPERATOR_DAILY_CREDITS, ECU_OPERATOR_DAILY_TOOL_RUNS } = env();
  return unit === "credit" ? parseCredits(ECU_OPERATOR_DAILY_CREDITS) : BigInt(ECU_OPERATOR_DAILY_TOOL_RUNS);
}

// What was declined or taken back moved nothing. A re-rate counts on the day on which its size became known, when its proposer's limit was asked.
const ROOM = `
WITH today AS (SELECT date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS begins),
sizes AS (
  SELECT a.proposed_by, a.proposed_at, a.decided_by, a.decided_at, a.status = 'posted' AS is_approved, abs(a.amount::numeric) AS size
  FROM adjustments a, today
  WHERE a.unit = $2::wallet_unit AND a.status IN ('proposed', 'posted')
    AND ((a.proposed_by = $1::uuid AND a.proposed_at >= begins) OR (a.decided_by = $1::uuid AND a.decided_at >= begins))
  UNION ALL
  SELECT r.proposed_by, coalesce(r.previewed_at, r.proposed_at), r.decided_by, r.decided_at, r.status = 'approved', abs((s.new_charge - s.old_charge)::numeric)
  FROM re_rates r JOIN re_rate_accounts s ON s.re_rate_id = r.id, today
  WHERE s.unit = $2::wallet_unit AND r.status IN ('proposed', 'approved')
    AND ((r.proposed_by = $1::uuid AND coalesce(r.previewed_at, r.proposed_at) >= begins) OR (r.decided_by = $1::uuid AND r.decided_at >= begins))
  UNION ALL
  SELECT g.operator_id, g.given_at, NULL, NULL, false, g.amount::numeric
  FROM operator_gifts g, today WHERE $2::wallet_unit = 'credit' AND g.operator_id = $1::uuid AND g.given_at >= begins
)
SELECT (SELECT CASE $2::text WHEN 'credit' THEN credits ELSE tool_runs END FROM operator_limits WHERE operator_id = $1::uuid) AS limit,
  coalesce(sum(size) FILTER (WHERE proposed_by = $1::uuid AND proposed_at >= begins), 0)::text AS proposed,
  coalesce(sum(size) FILTER (WHERE is_approved AND decided_by = $1::uuid AND decided_at >= begins), 0)::text AS approved
FROM today LEFT JOIN sizes ON true`;
