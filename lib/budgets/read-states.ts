import type { Sql } from "@/lib/db/sql";
import { nano } from "@/lib/values/money";
import { stateOf } from "./rules/check";
import type { BudgetState, Limit } from "./rules/limit";
import { periodOf } from "./rules/period";

// How rows of usage and holds name what a limit covers.
const NAMED: Readonly<Record<Limit["scope"], string>> = {
  account: "",
  team: "team",
  project: "project",
  member: "lower(member)",
  key: "key_id",
  feature: "feature",
  mandate: "mandate",
};

/**
 * What was spent and what is held under limits, as one statement sees it: a capture moves from one to the other in one
 * commit, and is counted once. There is no counter. Under a lock this must be a statement of its own, after the lock.
 */
export async function readStates(
  sql: Sql,
  accountId: string,
  limits: readonly Limit[],
  now: Date,
): Promise<BudgetState[]> {
  if (limits.length === 0) return [];
  const values: unknown[] = [accountId];
  const bind = (value: unknown) => `$${values.push(value).toString()}`;
  const sums = limits.map((limit) => sumsOf(limit, now, bind));
  const rows = await sql.query<{ id: string; spent: string; held: string }>(
    sums.join("\nUNION ALL "),
    values,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return limits.map((limit) => {
    const { spent = "0", held = "0" } = known.get(limit.id) ?? {};
    return stateOf(limit, { spent: nano(BigInt(spent)), held: nano(BigInt(held)) }, now);
  });
}

/** Rows count where they name the thing. A spelled-out statement for each kind of limit lets each use its index. */
function sumsOf(limit: Limit, now: Date, bind: (value: unknown) => string): string {
  const column = NAMED[limit.scope];
  const named = column === "" ? "" : ` AND ${column} IN (${limit.names.map(bind).join(", ")})`;
  const { from, to } = periodOf(limit.period, limit.startsOn, now);
  const days =
    (from === null ? "" : ` AND day >= ${bind(from)}::date`) +
    (to === null ? "" : ` AND day < ${bind(to)}::date`);
  return `SELECT ${bind(limit.id)}::text AS id,
    (SELECT coalesce(sum(charge), 0)::text FROM usage_days WHERE account_id = $1::uuid AND unit = 'credit'${days}${named}) AS spent,
    (SELECT coalesce(sum(amount), 0)::text FROM holds WHERE account_id = $1::uuid AND unit = 'credit' AND status = 'open'${named}) AS held`;
}
